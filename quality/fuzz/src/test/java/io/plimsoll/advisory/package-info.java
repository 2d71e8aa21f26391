/// The store's files as targets for a fuzzer: a mirror may be hostile.
@NullMarked
package io.plimsoll.advisory;

import org.jspecify.annotations.NullMarked;
