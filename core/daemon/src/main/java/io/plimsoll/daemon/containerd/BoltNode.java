package io.plimsoll.daemon.containerd;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// One node of a tree: a page, or what lies in its place inside a bucket's value. Every position is
/// checked before it is followed.
///
/// Source: bbolt, `internal/common/page.go`: a header of page number (64 bits), flags, count (16
/// each), overflow (32); then the elements, of which a branch's has position, key size (32 each) and
/// page (64), a leaf's flags, position, key size and value size (32 each), positions counted from the
/// element itself.
///
/// @param bytes the whole node from its header on, little endian
/// @param where for messages
record BoltNode(ByteBuffer bytes, String where) {
    static final int HEADER = 16;
    private static final int ELEMENT = 16;
    private static final int BRANCH = 0x01;
    private static final int LEAF = 0x02;
    private static final int BUCKET = 0x01;

    /// @throws BoltFormatException if it is neither a branch nor a leaf, or too short for its count
    static BoltNode of(ByteBuffer bytes, String where) throws BoltFormatException {
        if (bytes.limit() < HEADER) {
            throw new BoltFormatException(where + " is shorter than a header");
        }
        BoltNode node = new BoltNode(bytes, where);
        int flags = node.flags();
        if (flags != BRANCH && flags != LEAF) {
            throw new BoltFormatException(
                    where + " is neither a branch nor a leaf: flags " + Integer.toHexString(flags));
        }
        if (HEADER + (long) node.count() * ELEMENT > bytes.limit()) {
            throw new BoltFormatException(where + " is too short for " + node.count() + " keys");
        }
        if (flags == BRANCH && node.count() == 0) {
            throw new BoltFormatException(where + " is a branch without a key");
        }
        return node;
    }

    boolean isLeaf() {
        return flags() == LEAF;
    }

    int count() {
        return bytes.getShort(10) & 0xffff;
    }

    byte[] key(int index) throws BoltFormatException {
        int position = isLeaf() ? 4 : 0;
        return slice(index, position, 0, length(index, position + 4), "key");
    }

    String name(int index) throws BoltFormatException {
        return new String(key(index), StandardCharsets.UTF_8);
    }

    /// The page below a branch's key.
    long child(int index) {
        return bytes.getLong(element(index) + 8);
    }

    /// Whether a leaf's value is a bucket.
    boolean isBucket(int index) {
        return (bytes.getInt(element(index)) & BUCKET) != 0;
    }

    /// A leaf's value.
    byte[] value(int index) throws BoltFormatException {
        return slice(index, 4, length(index, 8), length(index, 12), "value");
    }

    /// The place of the last key that is not greater; -1 where all are.
    int floor(byte[] wanted) throws BoltFormatException {
        int low = 0;
        int high = count() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(key(middle), wanted) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private int flags() {
        return bytes.getShort(8) & 0xffff;
    }

    private static int element(int index) {
        return HEADER + index * ELEMENT;
    }

    private long length(int index, int offset) {
        return bytes.getInt(element(index) + offset) & 0xffffffffL;
    }

    private byte[] slice(int index, int positionAt, long skip, long length, String what)
            throws BoltFormatException {
        long start = element(index) + length(index, positionAt) + skip;
        if (start + length > bytes.limit()) {
            throw new BoltFormatException(
                    where + ", " + what + " " + index + ": it leads out of the page");
        }
        byte[] slice = new byte[(int) length];
        bytes.get((int) start, slice);
        return slice;
    }
}
