package io.plimsoll.image.compress;

import io.plimsoll.image.compress.zstd.ZstdStream;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.tukaani.xz.XZInputStream;

/// Opens compressed streams.
public final class Decompressors {
    /// Enough for `xz -9`, which needs 65 MiB.
    private static final int XZ_MEMORY_KIB = 256 * 1024;

    private Decompressors() {}

    /// The uncompressed bytes of a stream, whatever its compression; the same bytes where it has
    /// none. Bounded by {@link Limit#EXPANSION_RATIO}.
    ///
    /// @param where the stream, for messages
    /// @throws IOException if the source failed or its content is broken
    public static InputStream open(InputStream source, Limits limits, String where)
            throws IOException {
        return open(source, 0, limits, where);
    }

    /// As above, for a stream whose size is known.
    ///
    /// @param size bytes of the stream, which decides which decompressor is worth its loading; 0
    ///     where unknown
    public static InputStream open(InputStream source, long size, Limits limits, String where)
            throws IOException {
        CountingStream counting = new CountingStream(source);
        PushbackInputStream headed = new PushbackInputStream(counting, Compression.HEAD);
        byte[] head = new byte[Compression.HEAD];
        int length = headed.readNBytes(head, 0, head.length);
        headed.unread(head, 0, length);
        Compression compression = Compression.of(head, length);
        if (compression == Compression.NONE) {
            return headed;
        }
        try {
            InputStream opened = decompressor(compression, size).open(headed);
            long ratio = limits.of(Limit.EXPANSION_RATIO);
            return new BoundedStream(opened, compression, counting, ratio, where);
        } catch (IOException | RuntimeException broken) {
            throw BoundedStream.translate(broken, compression, counting);
        }
    }

    private static Decompressor decompressor(Compression compression, long size) {
        return switch (compression) {
            case NONE -> compressed -> compressed;
            case GZIP -> compressed -> new GzipStream(compressed, size);
            case ZSTD -> ZstdStream::new;
            case XZ -> compressed -> new XZInputStream(compressed, XZ_MEMORY_KIB);
            case BZIP2 -> compressed -> new BZip2CompressorInputStream(compressed, true);
        };
    }
}
