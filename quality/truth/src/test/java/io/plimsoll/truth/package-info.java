/// Plimsoll against what others say of the same files and versions, and against the ecosystems' own
/// tools.
@NullMarked
package io.plimsoll.truth;

import org.jspecify.annotations.NullMarked;
