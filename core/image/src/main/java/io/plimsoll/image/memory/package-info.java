/// Mapped files that leave memory behind as they are read.
@NullMarked
package io.plimsoll.image.memory;

import org.jspecify.annotations.NullMarked;
