/// Tests of the catalogers, and what they share: the contract, the fixtures, a file in memory.
@NullMarked
package io.plimsoll.catalog;

import org.jspecify.annotations.NullMarked;
