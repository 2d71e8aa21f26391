package io.plimsoll.image.tar;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.Optional;

/// Input from a stream. Bytes that are skipped are read too, since digests need every one.
final class StreamTarInput extends TarInput {
    private static final int BUFFER = 256 * 1024;

    private final InputStream stream;
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long position;

    StreamTarInput(InputStream stream) {
        this.stream = stream;
    }

    @Override
    public long position() {
        return position;
    }

    @Override
    int take(byte[] bytes, int offset, int length) throws IOException, InterruptedException {
        if (next == end && !fill()) {
            return -1;
        }
        int count = Math.min(length, end - next);
        System.arraycopy(buffer, next, bytes, offset, count);
        next += count;
        position += count;
        return count;
    }

    @Override
    long skip(long count) throws IOException, InterruptedException {
        long left = count;
        while (left > 0) {
            if (next == end && !fill()) {
                break;
            }
            int step = (int) Math.min(left, end - next);
            next += step;
            position += step;
            left -= step;
        }
        return count - left;
    }

    @Override
    Optional<MemorySegment> slice(long start, long length) {
        return Optional.empty();
    }

    private boolean fill() throws IOException, InterruptedException {
        failure().check();
        checkInterrupt(position);
        try {
            int count = stream.read(buffer, 0, buffer.length);
            next = 0;
            end = Math.max(count, 0);
            return count > 0;
        } catch (IOException broken) {
            throw failure().remember(broken);
        }
    }
}
