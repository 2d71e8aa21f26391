package io.plimsoll.image.compress;

import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.model.ProblemKind;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;

/// A gzip stream of one or more members; each checksum and length is verified. After the last
/// member only zeros may follow, as tapes and block devices pad files.
///
/// The JDK's `GZIPInputStream` takes whatever follows a member for the end of the stream.
///
/// Source: RFC 1952.
final class GzipStream extends FilterInputStream {
    private static final int BUFFER = 64 * 1024;
    private static final int FLAG_HEADER_CRC = 0x02;
    private static final int FLAG_EXTRA = 0x04;
    private static final int FLAG_NAME = 0x08;
    private static final int FLAG_COMMENT = 0x10;
    private static final int FLAGS_RESERVED = 0xe0;
    private static final int DEFLATE = 8;
    private static final int TIME_FLAGS_SYSTEM = 6;

    private final Inflation inflater;
    private final CRC32 checksum = new CRC32();
    private final byte[] buffer = new byte[BUFFER];
    private int next;
    private int end;
    private long passed;
    private boolean finished;

    /// Opens a stream.
    ///
    /// @param size bytes to be expected; 0 where unknown
    GzipStream(InputStream compressed, long size) throws IOException {
        super(compressed);
        this.inflater = Inflation.forSize(size);
        if (readByte() != 0x1f || readByte() != 0x8b) {
            throw malformed("no gzip header");
        }
        header();
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (length > 0 && !finished) {
            int count = inflate(bytes, offset, length);
            if (count > 0) {
                checksum.update(bytes, offset, count);
                return count;
            }
            if (inflater.finished()) {
                trailer();
            } else if (!fill()) {
                throw truncated();
            }
        }
        return length == 0 ? 0 : -1;
    }

    private int inflate(byte[] bytes, int offset, int length) throws IOException {
        try {
            inflater.input(buffer, next, end - next);
            int count = inflater.inflate(bytes, offset, length);
            next = end - inflater.remaining();
            return count;
        } catch (DataFormatException damaged) {
            throw malformed("the data is damaged: " + damaged.getMessage());
        }
    }

    private void header() throws IOException {
        if (readByte() != DEFLATE) {
            throw malformed("the compression method is not deflate");
        }
        int flags = readByte();
        if ((flags & FLAGS_RESERVED) != 0) {
            throw malformed("reserved flags are set");
        }
        skipBytes(TIME_FLAGS_SYSTEM);
        if ((flags & FLAG_EXTRA) != 0) {
            int low = readByte();
            skipBytes(low | (readByte() << Byte.SIZE));
        }
        if ((flags & FLAG_NAME) != 0) {
            skipText();
        }
        if ((flags & FLAG_COMMENT) != 0) {
            skipText();
        }
        if ((flags & FLAG_HEADER_CRC) != 0) {
            skipBytes(Short.BYTES);
        }
    }

    private void trailer() throws IOException {
        long stored = readInt();
        if (stored != checksum.getValue()) {
            throw malformed("the checksum does not match the data");
        }
        long size = readInt();
        if (size != (inflater.written() & 0xffff_ffffL)) {
            throw malformed("the stored length does not match the data");
        }
        inflater.reset();
        checksum.reset();
        nextMember();
    }

    private void nextMember() throws IOException {
        int first = tryByte();
        if (first < 0) {
            finished = true;
        } else if (first == 0) {
            padding();
        } else if (first == 0x1f && tryByte() == 0x8b) {
            header();
        } else {
            throw malformed("something that is neither a member nor padding follows a member");
        }
    }

    private void padding() throws IOException {
        int value = 0;
        while (value == 0) {
            value = tryByte();
        }
        if (value > 0) {
            throw malformed("something follows the padding");
        }
        finished = true;
    }

    private void skipText() throws IOException {
        int value = readByte();
        while (value != 0) {
            value = readByte();
        }
    }

    private void skipBytes(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            readByte();
        }
    }

    private long readInt() throws IOException {
        long value = 0;
        for (int shift = 0; shift < Integer.SIZE; shift += Byte.SIZE) {
            value |= (long) readByte() << shift;
        }
        return value;
    }

    private int readByte() throws IOException {
        int value = tryByte();
        if (value < 0) {
            throw truncated();
        }
        return value;
    }

    private int tryByte() throws IOException {
        return next < end || fill() ? buffer[next++] & 0xff : -1;
    }

    private boolean fill() throws IOException {
        passed += end;
        next = 0;
        end = 0;
        end = Math.max(0, in.read(buffer, 0, buffer.length));
        return end > 0;
    }

    private BrokenStreamException malformed(String what) {
        return new BrokenStreamException(ProblemKind.MALFORMED, "gzip", passed + next, what);
    }

    private BrokenStreamException truncated() {
        return new BrokenStreamException(
                ProblemKind.TRUNCATED, "gzip", passed + next, "the data ends too early");
    }

    @Override
    public void close() throws IOException {
        inflater.close();
        super.close();
    }
}
