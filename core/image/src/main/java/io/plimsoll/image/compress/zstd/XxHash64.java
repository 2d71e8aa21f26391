package io.plimsoll.image.compress.zstd;

import static io.plimsoll.image.compress.zstd.BackwardBits.LONG;

/// The checksum of zstd frames, with seed 0.
///
/// Source: xxHash fast digest algorithm, specification version 0.1.1, section "XXH64".
final class XxHash64 {
    private static final long P1 = 0x9E3779B185EBCA87L;
    private static final long P2 = 0xC2B2AE3D27D4EB4FL;
    private static final long P1_PLUS_P2 = 0x60EA27EEADC0B5D6L;
    private static final long P3 = 0x165667B19E3779F9L;
    private static final long P4 = 0x85EBCA77C2B2AE63L;
    private static final long P5 = 0x27D4EB2F165667C5L;
    private static final int STRIPE = 32;

    private final byte[] pending = new byte[STRIPE];
    private int pendingSize;
    private long total;
    private long a;
    private long b;
    private long c;
    private long d;

    XxHash64() {
        reset();
    }

    void reset() {
        pendingSize = 0;
        total = 0;
        a = P1_PLUS_P2;
        b = P2;
        c = 0;
        d = -P1;
    }

    void update(byte[] bytes, int offset, int length) {
        total += length;
        int at = offset;
        int end = offset + length;
        if (pendingSize > 0) {
            int count = Math.min(STRIPE - pendingSize, length);
            System.arraycopy(bytes, at, pending, pendingSize, count);
            pendingSize += count;
            at += count;
            if (pendingSize < STRIPE) {
                return;
            }
            stripes(pending, 0, STRIPE);
            pendingSize = 0;
        }
        int whole = (end - at) & -STRIPE;
        stripes(bytes, at, at + whole);
        at += whole;
        System.arraycopy(bytes, at, pending, 0, end - at);
        pendingSize = end - at;
    }

    private void stripes(byte[] bytes, int start, int end) {
        long first = a;
        long second = b;
        long third = c;
        long fourth = d;
        for (int at = start; at < end; at += STRIPE) {
            first = round(first, (long) LONG.get(bytes, at));
            second = round(second, (long) LONG.get(bytes, at + 8));
            third = round(third, (long) LONG.get(bytes, at + 16));
            fourth = round(fourth, (long) LONG.get(bytes, at + 24));
        }
        a = first;
        b = second;
        c = third;
        d = fourth;
    }

    private static long round(long state, long input) {
        return Long.rotateLeft(state + input * P2, 31) * P1;
    }

    private static long merge(long hash, long state) {
        return (hash ^ round(0, state)) * P1 + P4;
    }

    long value() {
        long hash;
        if (total >= STRIPE) {
            hash =
                    Long.rotateLeft(a, 1)
                            + Long.rotateLeft(b, 7)
                            + Long.rotateLeft(c, 12)
                            + Long.rotateLeft(d, 18);
            hash = merge(merge(merge(merge(hash, a), b), c), d);
        } else {
            hash = P5;
        }
        hash += total;
        int at = 0;
        for (; at + 8 <= pendingSize; at += 8) {
            hash ^= round(0, (long) LONG.get(pending, at));
            hash = Long.rotateLeft(hash, 27) * P1 + P4;
        }
        if (at + 4 <= pendingSize) {
            hash ^= littleEndianInt(at) * P1;
            hash = Long.rotateLeft(hash, 23) * P2 + P3;
            at += 4;
        }
        for (; at < pendingSize; at++) {
            hash ^= (pending[at] & 0xff) * P5;
            hash = Long.rotateLeft(hash, 11) * P1;
        }
        hash = (hash ^ (hash >>> 33)) * P2;
        hash = (hash ^ (hash >>> 29)) * P3;
        return hash ^ (hash >>> 32);
    }

    private long littleEndianInt(int at) {
        long value = 0;
        for (int i = 3; i >= 0; i--) {
            value = (value << 8) | (pending[at + i] & 0xff);
        }
        return value;
    }
}
