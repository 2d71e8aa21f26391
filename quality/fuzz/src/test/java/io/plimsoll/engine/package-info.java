/// Whole targets and the cache as targets for a fuzzer.
@NullMarked
package io.plimsoll.engine;

import org.jspecify.annotations.NullMarked;
