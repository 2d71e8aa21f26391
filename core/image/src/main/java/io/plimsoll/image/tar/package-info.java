/// Tar archives as container engines read them, from a stream or a mapped file.
@NullMarked
package io.plimsoll.image.tar;

import org.jspecify.annotations.NullMarked;
