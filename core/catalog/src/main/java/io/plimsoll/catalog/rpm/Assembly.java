package io.plimsoll.catalog.rpm;

import java.nio.ByteOrder;
import java.util.Arrays;

/// Puts a value together from the pieces that lie on several pages. Grows with the pieces that are
/// there, not with the length that a file states.
final class Assembly {
    /// The largest header that rpm reads: 65,535 index entries and 256 MiB of data.
    /// Source: rpm 4.18, `lib/header.c`, `HEADER_TAGS_MAX` and `HEADER_DATA_MAX`.
    static final long MAX_LENGTH = 8 + 0xffff * 16L + 0x0fff_ffffL;

    private static final int FIRST_SIZE = 8 * 1024;

    private final int wanted;
    private byte[] collected;
    private int length;

    /// @throws DamagedException if no header can be that long
    Assembly(long wanted, String where) throws DamagedException {
        if (wanted < 0 || wanted > MAX_LENGTH) {
            throw new DamagedException(where + ": a value of " + wanted + " bytes");
        }
        this.wanted = Math.toIntExact(wanted);
        this.collected = new byte[Math.min(this.wanted, FIRST_SIZE)];
    }

    int missing() {
        return wanted - length;
    }

    void add(Bytes piece, int at, int count) throws DamagedException {
        if (count > collected.length - length) {
            long doubled = Math.max(2L * collected.length, (long) length + count);
            collected = Arrays.copyOf(collected, (int) Math.min(wanted, doubled));
        }
        piece.copyTo(collected, length, at, count);
        length += count;
    }

    /// The whole value; numbers of headers are big-endian on every machine.
    Bytes bytes() {
        return Bytes.of(collected, length, ByteOrder.BIG_ENDIAN, 0);
    }
}
