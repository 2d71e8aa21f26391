package io.plimsoll.advisory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Reads what {@link ByteWriter} wrote.
///
/// Reading past the end, or a number that does not fit, is a
/// {@link MalformedSegmentException}: an unchecked one, since a segment's digest vouches for its
/// content and only a builder's defect or a tampered file gets here.
final class ByteReader {
    private final byte[] bytes;
    private final int end;
    private int position;

    ByteReader(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.position = start;
        this.end = end;
    }

    ByteReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    boolean hasMore() {
        return position < end;
    }

    int position() {
        return position;
    }

    int readByte() {
        if (position >= end) {
            throw new MalformedSegmentException("the record ends early at byte " + position);
        }
        return bytes[position++] & 0xff;
    }

    long readVarint() {
        long value = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            int next = readByte();
            value |= (long) (next & 0x7f) << shift;
            if (next < 0x80) {
                return value;
            }
        }
        throw new MalformedSegmentException("number too long before byte " + position);
    }

    int readCount() {
        long value = readVarint();
        if (value < 0 || value > Integer.MAX_VALUE) {
            throw new MalformedSegmentException(
                    "count " + value + " too large before byte " + position);
        }
        return (int) value;
    }

    int readInt() {
        return (readByte() << 24) | (readByte() << 16) | (readByte() << 8) | readByte();
    }

    long readLong() {
        return ((long) readInt() << 32) | (readInt() & 0xffffffffL);
    }

    String readText() {
        int length = readCount();
        String text = new String(bytes, claim(length), length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    /// Bytes behind their count.
    byte[] readKey() {
        int length = readCount();
        int start = skip(length);
        return Arrays.copyOfRange(bytes, start, start + length);
    }

    /// Skips bytes and says where they begin.
    int skip(int length) {
        int start = claim(length);
        position += length;
        return start;
    }

    private int claim(int length) {
        if (length < 0 || length > end - position) {
            throw new MalformedSegmentException(
                    length + " bytes announced at byte " + position + ", fewer are there");
        }
        return position;
    }
}
