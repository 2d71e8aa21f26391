package io.plimsoll.image.compress;

import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.ProblemKind;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/// A decompressed stream with the limit on its expansion, whose failures all are one exception.
final class BoundedStream extends FilterInputStream {
    /// A small blob of zeros may expand by any ratio up to this.
    private static final long FREE_BYTES = 64L * 1024 * 1024;

    private final Compression compression;
    private final CountingStream compressed;
    private final long ratio;
    private final String where;
    private long produced;

    /// Bounds a stream.
    ///
    /// @param compressed counts the bytes that the decompressor took
    /// @param ratio how many bytes may come out for each of them
    BoundedStream(
            InputStream decompressed,
            Compression compression,
            CountingStream compressed,
            long ratio,
            String where) {
        super(decompressed);
        this.compression = compression;
        this.compressed = compressed;
        this.ratio = ratio;
        this.where = where;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = in.read(bytes, offset, length);
        } catch (IOException | RuntimeException broken) {
            throw translate(broken, compression, compressed);
        }
        produced += Math.max(0, count);
        if (produced > FREE_BYTES && produced / ratio > compressed.count()) {
            throw new LimitExceededException(Limit.EXPANSION_RATIO, ratio, where);
        }
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        byte[] scratch = new byte[(int) Math.min(8192, Math.max(0, count))];
        return Math.max(0, read(scratch, 0, scratch.length));
    }

    /// Libraries answer bad bytes with exceptions of many kinds, unchecked ones among them.
    static IOException translate(
            Exception broken, Compression compression, CountingStream compressed) {
        long offset = compressed.count();
        return switch (broken) {
            case BrokenStreamException known -> known;
            case IOException source when compressed.failure().isCauseOf(source) -> source;
            case EOFException truncated ->
                    broken(ProblemKind.TRUNCATED, compression, offset, "the data ends too early");
            default ->
                    broken(
                            ProblemKind.MALFORMED,
                            compression,
                            offset,
                            "the data is damaged: " + broken.getMessage());
        };
    }

    private static BrokenStreamException broken(
            ProblemKind kind, Compression compression, long offset, String what) {
        return new BrokenStreamException(
                kind, compression.name().toLowerCase(Locale.ROOT), offset, what);
    }
}
