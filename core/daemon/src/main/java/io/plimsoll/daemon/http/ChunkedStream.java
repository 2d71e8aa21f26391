package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.InputStream;

/// A body in chunks.
///
/// Source: RFC 9112, section 7.1.
final class ChunkedStream extends InputStream {
    private static final int MAX_HEX = 15;

    private final InputStream in;
    private long left;
    private boolean begun;
    private boolean ended;

    ChunkedStream(InputStream in) {
        this.in = in;
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
        if (left == 0 && !ended) {
            next();
        }
        if (ended) {
            return -1;
        }
        int count = in.read(target, offset, (int) Math.min(length, left));
        if (count < 0) {
            throw new HttpFormatException(
                    "the answer ends " + left + " bytes before a chunk's end");
        }
        left -= count;
        return count;
    }

    private void next() throws IOException {
        if (begun && !HttpClient.line(in).isEmpty()) {
            throw new HttpFormatException("a chunk is longer than its size says");
        }
        begun = true;
        left = size(HttpClient.line(in));
        if (left == 0) {
            HttpClient.headers(in);
            ended = true;
        }
    }

    /// The size of a chunk; extensions after a semicolon mean nothing here.
    private static long size(String line) throws HttpFormatException {
        int semicolon = line.indexOf(';');
        String hex = (semicolon < 0 ? line : line.substring(0, semicolon)).strip();
        boolean number =
                !hex.isEmpty()
                        && hex.length() <= MAX_HEX
                        && hex.chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
        if (!number) {
            throw new HttpFormatException(Quoted.of(line) + " is no size of a chunk");
        }
        return Long.parseLong(hex, 16);
    }
}
