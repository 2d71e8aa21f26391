/// Plimsoll against reference material of others and against the ecosystems' own tools.
@NullMarked
package io.plimsoll.truth;

import org.jspecify.annotations.NullMarked;
