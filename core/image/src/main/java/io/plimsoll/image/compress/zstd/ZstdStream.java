package io.plimsoll.image.compress.zstd;

import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.model.ProblemKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A zstd stream of any number of frames; skippable frames, such as the table of contents of
/// `zstd:chunked` layers, are passed over, content checksums are verified.
///
/// Our own, because the Java decoders there are refuse what layers hold: skippable frames and the
/// windows above 8 MiB that builders write at their highest levels. Windows up to 128 MiB are
/// decoded, as the `zstd` tool does by default; the memory is taken as the frame fills it.
///
/// Source: RFC 8878.
public final class ZstdStream extends FilterInputStream {
    static final int MAX_BLOCK = 128 * 1024;

    private static final int MAGIC = 0xfd2fb528;
    private static final int SKIPPABLE = 0x184d2a50;
    private static final int SKIPPABLE_MASK = 0xfffffff0;
    private static final long MAX_WINDOW = 128L * 1024 * 1024;
    private static final int BUFFER = 64 * 1024;
    private static final int RAW = 0;
    private static final int RUN = 1;
    private static final int COMPRESSED = 2;

    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long passed;

    private final byte[] block = new byte[MAX_BLOCK + 2 * BackwardBits.SLACK];
    private final Window window = new Window();
    private final Literals literals = new Literals();
    private final Sequences sequences = new Sequences();
    private final XxHash64 checksum = new XxHash64();
    private FrameHeader frame = FrameHeader.NONE;
    private boolean inFrame;
    private boolean finished;

    public ZstdStream(InputStream compressed) {
        super(compressed);
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
        try {
            while (window.available() == 0) {
                if (finished) {
                    return -1;
                }
                if (inFrame) {
                    nextBlock();
                } else {
                    nextFrame();
                }
            }
        } catch (ZstdFormatException malformed) {
            throw broken(ProblemKind.MALFORMED, String.valueOf(malformed.getMessage()));
        }
        return window.take(bytes, offset, length);
    }

    private void nextFrame() throws IOException, ZstdFormatException {
        if (next == end && !fill()) {
            finished = true;
            return;
        }
        int magic = (int) number(Integer.BYTES);
        if ((magic & SKIPPABLE_MASK) == SKIPPABLE) {
            skip(number(Integer.BYTES), "a skippable frame");
            return;
        }
        if (magic != MAGIC) {
            throw new ZstdFormatException("something that is no frame follows a frame");
        }
        int descriptor = (int) number(1);
        byte[] fields = new byte[FrameHeader.fieldBytes(descriptor)];
        take(fields, 0, fields.length);
        frame = FrameHeader.parse(descriptor, fields);
        if (frame.windowSize() > MAX_WINDOW) {
            throw broken(
                    ProblemKind.UNSUPPORTED,
                    "the window of " + frame.windowSize() + " bytes is above 128 MiB");
        }
        if (frame.hasDictionary()) {
            throw broken(ProblemKind.UNSUPPORTED, "the frame wants a dictionary");
        }
        window.reset((int) frame.windowSize());
        literals.reset();
        sequences.reset();
        checksum.reset();
        inFrame = true;
    }

    private void nextBlock() throws IOException, ZstdFormatException {
        int header = (int) number(3);
        int size = header >>> 3;
        int maxSize = (int) Math.min(MAX_BLOCK, frame.windowSize());
        int type = (header >> 1) & 3;
        if (size > maxSize) {
            throw new ZstdFormatException("a block has " + size + " bytes");
        }
        window.beginBlock(maxSize);
        switch (type) {
            case RAW -> {
                take(block, BackwardBits.SLACK, size);
                window.literals(block, BackwardBits.SLACK, size);
            }
            case RUN -> window.run((byte) number(1), size);
            case COMPRESSED -> {
                take(block, BackwardBits.SLACK, size);
                int blockEnd = BackwardBits.SLACK + size;
                if (size == 0) {
                    throw new ZstdFormatException("a compressed block is empty");
                }
                int at = literals.read(block, BackwardBits.SLACK, blockEnd);
                sequences.execute(block, at, blockEnd, literals, window);
            }
            default -> throw new ZstdFormatException("a block has the reserved type");
        }
        if (frame.hasChecksum()) {
            window.updateChecksum(checksum);
        }
        if ((header & 1) != 0) {
            endFrame();
        }
    }

    private void endFrame() throws IOException, ZstdFormatException {
        if (frame.hasChecksum() && number(Integer.BYTES) != (checksum.value() & 0xffff_ffffL)) {
            throw new ZstdFormatException("the checksum does not match the data");
        }
        if (frame.contentSize() >= 0 && frame.contentSize() != window.frameBytes()) {
            throw new ZstdFormatException(
                    "the frame promises "
                            + frame.contentSize()
                            + " bytes and has "
                            + window.frameBytes());
        }
        inFrame = false;
    }

    private long number(int bytes) throws IOException {
        long value = 0;
        for (int i = 0; i < bytes; i++) {
            if (next == end && !fill()) {
                throw truncated("the data ends too early");
            }
            value |= (buffer[next++] & 0xffL) << (i * 8);
        }
        return value;
    }

    private void take(byte[] target, int offset, int length) throws IOException {
        int done = 0;
        while (done < length) {
            if (next == end && !fill()) {
                throw truncated("the data ends too early");
            }
            int count = Math.min(length - done, end - next);
            System.arraycopy(buffer, next, target, offset + done, count);
            next += count;
            done += count;
        }
    }

    private void skip(long length, String what) throws IOException {
        long left = length;
        while (left > 0) {
            if (next == end && !fill()) {
                throw truncated("the data ends within " + what);
            }
            int count = (int) Math.min(left, end - next);
            next += count;
            left -= count;
        }
    }

    private boolean fill() throws IOException {
        passed += end;
        next = 0;
        end = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private BrokenStreamException truncated(String what) {
        return broken(ProblemKind.TRUNCATED, what);
    }

    private BrokenStreamException broken(ProblemKind kind, String what) {
        return new BrokenStreamException(kind, "zstd", passed + next, what);
    }
}
