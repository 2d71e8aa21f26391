package io.plimsoll.catalog.java;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The bytes of a zip archive with its little-endian numbers. Offsets count from the archive's first
/// byte; the caller checks them with {@link #has}.
///
/// Source: APPNOTE.TXT 6.3.10, <https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT>.
record ZipBytes(MemorySegment segment) {
    /// Signature of a local file header (4.3.7).
    static final int LOCAL = 0x04034b50;

    /// Signature of a data descriptor (4.3.9).
    static final int DESCRIPTOR = 0x08074b50;

    /// Signature of an entry of the central directory (4.3.12).
    static final int CENTRAL = 0x02014b50;

    /// Signature of the end of central directory record (4.3.16).
    static final int END = 0x06054b50;

    private static final ValueLayout.OfShort SHORT =
            ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfInt INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final ValueLayout.OfLong LONG =
            ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);

    long size() {
        return segment.byteSize();
    }

    /// Whether so many bytes lie at an offset; false for negative numbers too.
    boolean has(long offset, long length) {
        return offset >= 0 && length >= 0 && offset <= size() - length;
    }

    boolean isAt(long offset, int signature) {
        return has(offset, 4) && segment.get(INT, offset) == signature;
    }

    byte u8(long offset) {
        return segment.get(ValueLayout.JAVA_BYTE, offset);
    }

    int u16(long offset) {
        return segment.get(SHORT, offset) & 0xffff;
    }

    long u32(long offset) {
        return segment.get(INT, offset) & 0xffff_ffffL;
    }

    /// Eight bytes; negative where the number is beyond what a file can hold.
    long i64(long offset) {
        return segment.get(LONG, offset);
    }

    void copy(long offset, byte[] target, int length) {
        MemorySegment.copy(segment, ValueLayout.JAVA_BYTE, offset, target, 0, length);
    }

    ByteBuffer buffer(long offset, long length) {
        return segment.asSlice(offset, length).asByteBuffer();
    }

    /// A part without a copy, as an archive of its own.
    ZipBytes slice(long offset, long length) {
        return new ZipBytes(segment.asSlice(offset, length));
    }
}
