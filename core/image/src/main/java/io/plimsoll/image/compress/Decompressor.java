package io.plimsoll.image.compress;

import java.io.IOException;
import java.io.InputStream;

/// Decompresses one format.
@FunctionalInterface
interface Decompressor {
    /// The uncompressed bytes. All members, frames or streams that follow one another count; the
    /// compressed bytes are read to their end. Closing the result closes the source.
    ///
    /// @throws io.plimsoll.image.problem.BrokenStreamException here or from the result, where the
    ///     bytes do not follow the format
    InputStream open(InputStream compressed) throws IOException;
}
