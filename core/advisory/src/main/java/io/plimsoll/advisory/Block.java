package io.plimsoll.advisory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// One block of a {@link Table}, with some of its keys at hand: entries share the beginnings of their
/// keys with the entry before, so that a key can be read only from the front.
final class Block {
    /// Entries from one key at hand to the next.
    private static final int STRIDE = 16;

    private final byte[] bytes;
    private final List<byte[]> keys = new ArrayList<>();
    private final int[] starts;

    Block(byte[] bytes) {
        this.bytes = bytes;
        List<Integer> offsets = new ArrayList<>();
        ByteReader reader = new ByteReader(bytes);
        byte[] key = {};
        for (int entry = 0; reader.hasMore(); entry++) {
            int offset = reader.position();
            key = nextKey(bytes, reader, key);
            reader.skip(reader.readCount());
            if (entry % STRIDE == 0) {
                keys.add(key);
                offsets.add(offset);
            }
        }
        this.starts = offsets.stream().mapToInt(Integer::intValue).toArray();
    }

    /// The value of a key.
    Optional<ByteReader> find(byte[] key) {
        int sample = sampleFor(key);
        if (sample < 0) {
            return Optional.empty();
        }
        byte[] known = keys.get(sample);
        int end = sample + 1 < starts.length ? starts[sample + 1] : bytes.length;
        ByteReader reader = new ByteReader(bytes, starts[sample], end);
        reader.readCount();
        reader.skip(reader.readCount());
        int agreeing = mismatch(known, 0, known.length, key, 0);
        if (agreeing == key.length && agreeing == known.length) {
            return Optional.of(value(bytes, reader));
        }
        reader.skip(reader.readCount());
        return findBehind(reader, key, agreeing);
    }

    /// @param agreeing how many bytes of the wanted key agree with the key of the entry before
    private Optional<ByteReader> findBehind(ByteReader reader, byte[] key, int agreeing) {
        int same = agreeing;
        while (reader.hasMore()) {
            int shared = reader.readCount();
            int length = reader.readCount();
            int start = reader.skip(length);
            if (shared < same) {
                return Optional.empty();
            }
            if (shared == same) {
                int more = mismatch(bytes, start, length, key, shared);
                same = shared + more;
                if (same == key.length && more == length) {
                    return Optional.of(value(bytes, reader));
                }
                if (same == key.length
                        || (more < length && above(bytes[start + more], key[same]))) {
                    return Optional.empty();
                }
            }
            reader.skip(reader.readCount());
        }
        return Optional.empty();
    }

    /// Visits all entries of a block in the order of their keys.
    static void forEach(byte[] block, Table.Visitor visitor) {
        ByteReader reader = new ByteReader(block);
        byte[] key = {};
        while (reader.hasMore()) {
            key = nextKey(block, reader, key);
            visitor.entry(key, value(block, reader));
        }
    }

    private static ByteReader value(byte[] block, ByteReader reader) {
        int length = reader.readCount();
        int start = reader.skip(length);
        return new ByteReader(block, start, start + length);
    }

    private static byte[] nextKey(byte[] block, ByteReader reader, byte[] before) {
        int shared = reader.readCount();
        int length = reader.readCount();
        int start = reader.skip(length);
        if (shared > before.length) {
            throw new MalformedSegmentException(
                    "a key shares " + shared + " bytes with one of " + before.length);
        }
        byte[] key = Arrays.copyOf(before, shared + length);
        System.arraycopy(block, start, key, shared, length);
        return key;
    }

    /// The last key at hand that is not above the wanted one.
    private int sampleFor(byte[] key) {
        int low = 0;
        int high = keys.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(keys.get(middle), key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private static int mismatch(byte[] block, int start, int length, byte[] key, int from) {
        int comparable = Math.min(length, key.length - from);
        int at = Arrays.mismatch(block, start, start + comparable, key, from, from + comparable);
        return at < 0 ? comparable : at;
    }

    private static boolean above(byte left, byte right) {
        return (left & 0xff) > (right & 0xff);
    }
}
