package io.plimsoll.catalog.rpm;

import io.plimsoll.model.ProblemKind;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.zip.Checksum;

/// A run of bytes whose numbers are read with a check of bounds. Indexes count from its start.
final class Bytes {
    private final ByteBuffer buffer;
    private final long base;

    private Bytes(ByteBuffer buffer, long base) {
        this.buffer = buffer;
        this.base = base;
    }

    /// @param base offset of the first byte in its file, for messages
    static Bytes of(byte[] array, int length, ByteOrder order, long base) {
        return new Bytes(ByteBuffer.wrap(array, 0, length).slice().order(order), base);
    }

    /// Copies a part of a file.
    ///
    /// @throws DamagedException if the file ends before
    static Bytes of(MemorySegment file, long offset, int length, ByteOrder order)
            throws DamagedException {
        if (offset < 0 || offset > file.byteSize() - length) {
            throw new DamagedException(
                    ProblemKind.TRUNCATED,
                    "byte %d: %d bytes expected, the file has %d"
                            .formatted(offset, length, file.byteSize()));
        }
        byte[] copy = new byte[length];
        MemorySegment.copy(file, ValueLayout.JAVA_BYTE, offset, copy, 0, length);
        return of(copy, length, order, offset);
    }

    ByteOrder order() {
        return buffer.order();
    }

    /// The same bytes with big-endian numbers, which messages count from 0.
    Bytes bigEndian() {
        return new Bytes(buffer.duplicate().order(ByteOrder.BIG_ENDIAN), 0);
    }

    /// The same bytes with little-endian numbers.
    Bytes littleEndian() {
        return new Bytes(buffer.duplicate().order(ByteOrder.LITTLE_ENDIAN), base);
    }

    /// Feeds bytes from the start into a checksum.
    void update(Checksum checksum, int length) throws DamagedException {
        check(0, length);
        checksum.update(buffer.slice(0, length));
    }

    int length() {
        return buffer.limit();
    }

    /// Offset in the file of an index.
    long offset(int at) {
        return base + at;
    }

    /// A part, with its own indexes and the same bytes.
    Bytes part(int at, int length) throws DamagedException {
        check(at, length);
        return new Bytes(buffer.slice(at, length).order(buffer.order()), base + at);
    }

    int u8(int at) throws DamagedException {
        check(at, 1);
        return buffer.get(at) & 0xff;
    }

    int u16(int at) throws DamagedException {
        check(at, 2);
        return buffer.getShort(at) & 0xffff;
    }

    int i32(int at) throws DamagedException {
        check(at, 4);
        return buffer.getInt(at);
    }

    long u32(int at) throws DamagedException {
        return i32(at) & 0xffff_ffffL;
    }

    long i64(int at) throws DamagedException {
        check(at, 8);
        return buffer.getLong(at);
    }

    /// A number that must fit an index or a count.
    int count(int at) throws DamagedException {
        int value = i32(at);
        if (value < 0) {
            throw damaged(at, "number " + (value & 0xffff_ffffL) + " is too large");
        }
        return value;
    }

    String text(int at, int length, Charset charset) throws DamagedException {
        check(at, length);
        byte[] copy = new byte[length];
        buffer.get(at, copy);
        return new String(copy, charset);
    }

    /// Index of the first NUL from an index on.
    int indexOfNul(int from) throws DamagedException {
        for (int i = Math.max(from, 0); i < buffer.limit(); i++) {
            if (buffer.get(i) == 0) {
                return i;
            }
        }
        throw damaged(from, "a string without end");
    }

    void copyTo(byte[] target, int targetAt, int at, int length) throws DamagedException {
        check(at, length);
        buffer.get(at, target, targetAt, length);
    }

    DamagedException damaged(int at, String reason) {
        return new DamagedException("byte " + offset(at) + ": " + reason);
    }

    private void check(int at, int length) throws DamagedException {
        if (at < 0 || length < 0 || at > buffer.limit() - length) {
            throw damaged(at, "%d bytes expected, %d there".formatted(length, buffer.limit() - at));
        }
    }
}
