package io.plimsoll.advisory;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Appends numbers and texts in the store's encoding to a growing buffer: unsigned LEB128 varints,
/// UTF-8 texts behind their length in bytes.
final class ByteWriter {
    private byte[] bytes = new byte[256];
    private int size;

    void writeByte(int value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, size * 2);
        }
        bytes[size++] = (byte) value;
    }

    void writeVarint(long value) {
        if (value < 0) {
            throw new IllegalArgumentException("varint must not be negative: " + value);
        }
        long rest = value;
        while (rest >= 0x80) {
            writeByte((int) (rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        writeByte((int) rest);
    }

    void writeInt(int value) {
        for (int shift = 24; shift >= 0; shift -= 8) {
            writeByte(value >>> shift);
        }
    }

    void writeLong(long value) {
        writeInt((int) (value >>> 32));
        writeInt((int) value);
    }

    void writeText(String text) {
        writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /// The bytes behind their count.
    void writeBytes(byte[] value) {
        writeVarint(value.length);
        writeRaw(value, 0, value.length);
    }

    void writeRaw(byte[] value, int offset, int length) {
        if (size + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + length));
        }
        System.arraycopy(value, offset, bytes, size, length);
        size += length;
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, size);
    }
}
