package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.InputStream;

/// A body of a stated length.
final class SizedStream extends InputStream {
    private final InputStream in;
    private long left;

    SizedStream(InputStream in, long length) {
        this.in = in;
        this.left = length;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (left == 0) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new HttpFormatException("the answer ends " + left + " bytes before its end");
        }
        left -= count;
        return count;
    }
}
