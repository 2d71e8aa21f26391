/// The header reader as a target for a fuzzer.
@NullMarked
package io.plimsoll.catalog.rpm;

import org.jspecify.annotations.NullMarked;
