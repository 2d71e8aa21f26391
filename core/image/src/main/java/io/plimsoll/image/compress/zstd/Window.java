package io.plimsoll.image.compress.zstd;

import static io.plimsoll.image.compress.zstd.BackwardBits.LONG;

import java.util.Arrays;

/// The bytes of the current frame that later ones can refer to, and those not yet handed out. Grows
/// with what is written, never beyond the frame's window and some blocks.
final class Window {
    private static final int SMALLEST = 256 * 1024;
    private static final int SHORT_COPY = 64;
    private static final int SLACK = 16;

    private byte[] bytes = new byte[SMALLEST];
    private int windowSize;
    private int size;
    private int taken;
    private int checked;
    private int blockEnd;
    private long frameBytes;

    /// Begins a frame.
    ///
    /// @param window how far back a match can reach
    void reset(int window) {
        windowSize = window;
        size = 0;
        taken = 0;
        checked = 0;
        frameBytes = 0;
    }

    /// Makes room for a block; everything must have been taken.
    void beginBlock(int maxSize) {
        if (size + maxSize + SLACK > bytes.length) {
            int kept = Math.min(size, windowSize);
            long wanted = (long) kept + Math.max(kept / 2, SMALLEST) + maxSize + SLACK;
            boolean slides = size - kept >= maxSize + SLACK && size - kept >= kept / 4;
            byte[] target =
                    slides || wanted <= bytes.length ? bytes : new byte[(int) grown(wanted)];
            System.arraycopy(bytes, size - kept, target, 0, kept);
            bytes = target;
            size = kept;
            taken = kept;
            checked = kept;
        }
        blockEnd = size + maxSize;
    }

    private long grown(long wanted) {
        long most = windowSize + Math.max(windowSize / 2L, SMALLEST) + ZstdStream.MAX_BLOCK + SLACK;
        return Math.max(wanted, Math.min(bytes.length * 2L, most));
    }

    void literals(byte[] source, int from, int length) throws ZstdFormatException {
        requireRoom(length);
        if (length <= SHORT_COPY) {
            for (int i = 0; i < length; i += Long.BYTES) {
                LONG.set(bytes, size + i, (long) LONG.get(source, from + i));
            }
        } else {
            System.arraycopy(source, from, bytes, size, length);
        }
        advance(length);
    }

    void run(byte value, int length) throws ZstdFormatException {
        requireRoom(length);
        Arrays.fill(bytes, size, size + length, value);
        advance(length);
    }

    /// Repeats bytes from a distance back, which may reach into what is being written.
    void match(int distance, int length) throws ZstdFormatException {
        requireRoom(length);
        if (distance > size || distance > windowSize) {
            throw new ZstdFormatException("a match reaches " + distance + " bytes back");
        }
        int from = size - distance;
        if (distance >= Long.BYTES && length <= SHORT_COPY) {
            for (int i = 0; i < length; i += Long.BYTES) {
                LONG.set(bytes, size + i, (long) LONG.get(bytes, from + i));
            }
        } else if (distance >= length) {
            System.arraycopy(bytes, from, bytes, size, length);
        } else if (distance == 1) {
            Arrays.fill(bytes, size, size + length, bytes[from]);
        } else {
            repeat(from, distance, length);
        }
        advance(length);
    }

    /// Copies twice as much each time.
    private void repeat(int from, int distance, int length) {
        int done = 0;
        int step = distance;
        while (done < length) {
            int count = Math.min(step, length - done);
            System.arraycopy(bytes, from, bytes, size + done, count);
            done += count;
            step = done + distance;
        }
    }

    private void requireRoom(int length) throws ZstdFormatException {
        if (length > blockEnd - size) {
            throw new ZstdFormatException("a block is longer than it may be");
        }
    }

    private void advance(int length) {
        size += length;
        frameBytes += length;
    }

    /// Feeds what was written since the last call.
    void updateChecksum(XxHash64 checksum) {
        checksum.update(bytes, checked, size - checked);
        checked = size;
    }

    long frameBytes() {
        return frameBytes;
    }

    int available() {
        return size - taken;
    }

    int take(byte[] target, int offset, int length) {
        int count = Math.min(length, available());
        System.arraycopy(bytes, taken, target, offset, count);
        taken += count;
        return count;
    }
}
