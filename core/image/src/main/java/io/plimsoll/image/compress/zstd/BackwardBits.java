package io.plimsoll.image.compress.zstd;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A bit stream that is read from its end to its beginning: its last byte ends with the highest bit
/// set and zeros above it.
///
/// The array must have {@link #SLACK} bytes before and after the stream: reading past the beginning
/// is allowed for one step and noticed by {@link #isOverrun()}.
///
/// Source: RFC 8878, section 4.1.
final class BackwardBits {
    static final int SLACK = 24;
    static final VarHandle LONG =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final byte[] bytes;
    private final long startBit;
    private long bit;

    /// A stream in a part of an array.
    BackwardBits(byte[] bytes, int start, int end) throws ZstdFormatException {
        if (end <= start || bytes[end - 1] == 0) {
            throw new ZstdFormatException("a bit stream does not end with its mark");
        }
        this.bytes = bytes;
        this.startBit = start * 8L;
        int last = bytes[end - 1] & 0xff;
        this.bit = (end - 1) * 8L + (31 - Integer.numberOfLeadingZeros(last));
    }

    /// Up to 56 bits.
    long read(int count) {
        bit -= count;
        long word = (long) LONG.get(bytes, (int) (bit >> 3)) >>> (bit & 7);
        return word & ((1L << count) - 1);
    }

    /// The next 57 bits or more at the top of a word.
    long peekTop() {
        int at = (int) ((bit + 7) >> 3) - Long.BYTES;
        return (long) LONG.get(bytes, at) << (at * 8L + Long.SIZE - bit);
    }

    void skip(int count) {
        bit -= count;
    }

    /// Bits that are left; negative after reading past the beginning.
    long left() {
        return bit - startBit;
    }

    boolean isOverrun() {
        return bit < startBit;
    }
}
