package io.plimsoll.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;

/// The content of one entry, with the holes of a sparse file as zeros.
final class TarContent extends InputStream {
    private final TarInput in;
    private final SparseMap map;
    private int region;
    private long position;

    TarContent(TarInput in, SparseMap map) {
        this.in = in;
        this.map = map;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (position == map.size()) {
            return -1;
        }
        SparseMap.Region current =
                region < map.regions().size()
                        ? map.regions().get(region)
                        : new SparseMap.Region(map.size(), 0);
        if (position < current.offset()) {
            int zeros = (int) Math.min(length, current.offset() - position);
            Arrays.fill(bytes, offset, offset + zeros, (byte) 0);
            position += zeros;
            return zeros;
        }
        long left = current.offset() + current.length() - position;
        int count = take(bytes, offset, (int) Math.min(length, left));
        position += count;
        if (count == left) {
            region++;
        }
        return count;
    }

    private int take(byte[] bytes, int offset, int length) throws IOException {
        try {
            int count = in.take(bytes, offset, length);
            if (count < 0) {
                throw in.failure()
                        .remember(
                                TarFormatException.truncated(
                                        in.position(), "the archive ends within a file's content"));
            }
            return count;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            InterruptedIOException wrapped = new InterruptedIOException(interrupted.getMessage());
            wrapped.initCause(interrupted);
            throw wrapped;
        }
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, map.size() - position);
    }
}
