/// Checks of the steps by which an image was built.
@NullMarked
package io.plimsoll.checks.history;

import org.jspecify.annotations.NullMarked;
