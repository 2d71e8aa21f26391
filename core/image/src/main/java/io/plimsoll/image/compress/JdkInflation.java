package io.plimsoll.image.compress;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Decompresses with the JDK's zlib.
final class JdkInflation implements Inflation {
    private final Inflater inflater = new Inflater(true);

    @Override
    public void input(byte[] bytes, int offset, int length) {
        inflater.setInput(bytes, offset, length);
    }

    @Override
    public int inflate(byte[] target, int offset, int length) throws DataFormatException {
        return inflater.inflate(target, offset, length);
    }

    @Override
    public int remaining() {
        return inflater.getRemaining();
    }

    @Override
    public boolean finished() {
        return inflater.finished();
    }

    @Override
    public long written() {
        return inflater.getBytesWritten();
    }

    @Override
    public void reset() {
        inflater.reset();
    }

    @Override
    public void close() {
        inflater.end();
    }
}
