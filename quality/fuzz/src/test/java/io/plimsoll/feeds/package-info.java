/// Upstream records as targets for a fuzzer.
@NullMarked
package io.plimsoll.feeds;

import org.jspecify.annotations.NullMarked;
