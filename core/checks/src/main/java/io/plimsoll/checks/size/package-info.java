/// Checks of what takes space, and of what differs from build to build.
@NullMarked
package io.plimsoll.checks.size;

import org.jspecify.annotations.NullMarked;
