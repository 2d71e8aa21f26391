package io.plimsoll.image.tar;

import io.plimsoll.image.problem.SourceFailure;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// The bytes of an archive with a position that only moves forward. For one thread.
public abstract sealed class TarInput permits StreamTarInput, MappedTarInput {
    private final SourceFailure failure = new SourceFailure();

    /// Reads from a stream, through a buffer of its own.
    public static TarInput of(InputStream stream) {
        return new StreamTarInput(stream);
    }

    /// Reads from mapped or other memory.
    public static TarInput of(MemorySegment segment) {
        return new MappedTarInput(segment);
    }

    /// Bytes passed so far.
    public abstract long position();

    /// Takes up to `length` bytes, at least one unless the input has ended.
    ///
    /// @return how many, or -1 at the end
    abstract int take(byte[] bytes, int offset, int length)
            throws IOException, InterruptedException;

    /// Passes over bytes.
    ///
    /// @return how many there were, fewer than asked for only at the end
    abstract long skip(long count) throws IOException, InterruptedException;

    /// Bytes as a slice of the mapped file; nothing where the input is a stream or too short.
    abstract Optional<MemorySegment> slice(long start, long length);

    /// Takes as many bytes as there are, up to `length`.
    final int takeFully(byte[] bytes, int offset, int length)
            throws IOException, InterruptedException {
        int total = 0;
        while (total < length) {
            int count = take(bytes, offset + total, length - total);
            if (count < 0) {
                break;
            }
            total += count;
        }
        return total;
    }

    /// Reads to the end.
    ///
    /// @return the position there
    public final long drain() throws IOException, InterruptedException {
        long passed;
        do {
            passed = skip(Long.MAX_VALUE);
        } while (passed > 0);
        return position();
    }

    /// What went wrong with the input itself.
    public final SourceFailure failure() {
        return failure;
    }

    static void checkInterrupt(long position) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted at byte " + position + " of an archive");
        }
    }
}
