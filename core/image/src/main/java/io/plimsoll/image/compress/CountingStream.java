package io.plimsoll.image.compress;

import io.plimsoll.image.problem.SourceFailure;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes that pass, and knows its source's failures.
final class CountingStream extends FilterInputStream {
    private final SourceFailure failure = new SourceFailure();
    private long count;

    CountingStream(InputStream source) {
        super(source);
    }

    long count() {
        return count;
    }

    SourceFailure failure() {
        return failure;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            int read = in.read(bytes, offset, length);
            count += Math.max(0, read);
            return read;
        } catch (IOException failed) {
            throw failure.remember(failed);
        }
    }
}
