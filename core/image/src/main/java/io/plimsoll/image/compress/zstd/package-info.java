/// A streaming Zstandard decoder, RFC 8878.
@NullMarked
package io.plimsoll.image.compress.zstd;

import org.jspecify.annotations.NullMarked;
