/// Compressed streams, known by their first bytes and bounded in what they may expand to.
@NullMarked
package io.plimsoll.image.compress;

import org.jspecify.annotations.NullMarked;
