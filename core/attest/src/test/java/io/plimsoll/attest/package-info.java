@NullMarked
package io.plimsoll.attest;

import org.jspecify.annotations.NullMarked;
