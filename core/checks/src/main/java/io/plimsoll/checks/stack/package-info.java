/// Layers laid over one another: what is seen in the end, and what only takes space.
@NullMarked
package io.plimsoll.checks.stack;

import org.jspecify.annotations.NullMarked;
