package io.plimsoll.image.layer;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream whose source stays open when it is closed.
final class Unclosed extends FilterInputStream {
    Unclosed(InputStream source) {
        super(source);
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return in.read(bytes, offset, length);
    }

    @Override
    public void close() {
        // The source belongs to somebody else.
    }
}
