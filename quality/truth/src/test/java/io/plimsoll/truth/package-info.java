/// Plimsoll against what others say of the same files.
@NullMarked
package io.plimsoll.truth;

import org.jspecify.annotations.NullMarked;
