package io.plimsoll.json;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/// A stream that remembers its own failure: one that did not come from it speaks of the content.
final class Source extends FilterInputStream {
    private Optional<IOException> failure = Optional.empty();

    Source(InputStream in) {
        super(in);
    }

    /// Throws again what this stream threw, if it did.
    void rethrowOwn() throws IOException {
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    @Override
    public int read() throws IOException {
        try {
            return in.read();
        } catch (IOException failed) {
            throw remember(failed);
        }
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        try {
            return in.read(bytes, offset, length);
        } catch (IOException failed) {
            throw remember(failed);
        }
    }

    private IOException remember(IOException failed) {
        failure = Optional.of(failed);
        return failed;
    }
}
