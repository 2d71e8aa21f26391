package io.plimsoll.advisory;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/// Reads one sorted table of a mapped segment. Blocks are inflated when first touched and kept.
/// Safe for any number of threads.
final class Table {
    /// Counts of entries and blocks, sizes of index and blocks.
    static final int HEADER_SIZE = 16;

    private final MemorySegment blocks;
    private final byte[][] firstKeys;
    private final int[] offsets;
    private final int[] packedSizes;
    private final int[] rawSizes;
    private final int entries;
    private final AtomicReferenceArray<byte @Nullable []> inflated;

    private Table(MemorySegment blocks, int entries, int blockCount, ByteReader index) {
        this.blocks = blocks;
        this.entries = entries;
        this.firstKeys = new byte[blockCount][];
        this.offsets = new int[blockCount];
        this.packedSizes = new int[blockCount];
        this.rawSizes = new int[blockCount];
        this.inflated = new AtomicReferenceArray<>(blockCount);
        for (int i = 0; i < blockCount; i++) {
            firstKeys[i] = index.readKey();
            offsets[i] = index.readCount();
            packedSizes[i] = index.readCount();
            rawSizes[i] = index.readCount();
        }
    }

    /// Opens the table at an offset of its segment.
    static Table open(MemorySegment segment, long offset) {
        int entries = intAt(segment, offset);
        int blockCount = intAt(segment, offset + 4);
        int indexSize = intAt(segment, offset + 8);
        int blocksSize = intAt(segment, offset + 12);
        byte[] index =
                segment.asSlice(offset + HEADER_SIZE, indexSize).toArray(ValueLayout.JAVA_BYTE);
        MemorySegment blocks = segment.asSlice(offset + HEADER_SIZE + indexSize, blocksSize);
        return new Table(blocks, entries, blockCount, new ByteReader(index));
    }

    /// The offset behind the table that begins here.
    static long endOf(MemorySegment segment, long offset) {
        return offset
                + HEADER_SIZE
                + Integer.toUnsignedLong(intAt(segment, offset + 8))
                + Integer.toUnsignedLong(intAt(segment, offset + 12));
    }

    int entries() {
        return entries;
    }

    /// The value of a key.
    Optional<ByteReader> find(byte[] key) {
        int number = blockFor(key);
        if (number < 0) {
            return Optional.empty();
        }
        byte[] block = block(number);
        ByteReader reader = new ByteReader(block);
        // The key of the entry before agrees with the wanted key in its first `agreeing` bytes.
        int agreeing = 0;
        boolean first = true;
        while (reader.hasMore()) {
            int shared = reader.readCount();
            int length = reader.readCount();
            int start = reader.skip(length);
            int valueLength = reader.readCount();
            int valueStart = reader.skip(valueLength);
            if (!first && shared > agreeing) {
                continue;
            }
            if (!first && shared < agreeing) {
                return Optional.empty();
            }
            first = false;
            int more = mismatch(block, start, length, key, shared);
            agreeing = shared + more;
            boolean keyEnds = agreeing == key.length;
            boolean entryEnds = more == length;
            if (keyEnds && entryEnds) {
                return Optional.of(new ByteReader(block, valueStart, valueStart + valueLength));
            }
            if (keyEnds || (!entryEnds && above(block[start + more], key[agreeing]))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /// Visits all entries in the order of their keys.
    void forEach(Visitor visitor) {
        for (int number = 0; number < firstKeys.length; number++) {
            byte[] block = inflate(number);
            ByteReader reader = new ByteReader(block);
            byte[] key = {};
            while (reader.hasMore()) {
                int shared = reader.readCount();
                int length = reader.readCount();
                int start = reader.skip(length);
                byte[] next = Arrays.copyOf(key, shared + length);
                System.arraycopy(block, start, next, shared, length);
                key = next;
                int valueLength = reader.readCount();
                int valueStart = reader.skip(valueLength);
                visitor.entry(key, new ByteReader(block, valueStart, valueStart + valueLength));
            }
        }
    }

    /// Takes entries.
    interface Visitor {
        void entry(byte[] key, ByteReader value);
    }

    private int blockFor(byte[] key) {
        int low = 0;
        int high = firstKeys.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (Arrays.compareUnsigned(firstKeys[middle], key) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private byte[] block(int number) {
        byte[] known = inflated.get(number);
        if (known != null) {
            return known;
        }
        byte[] fresh = inflate(number);
        inflated.set(number, fresh);
        return fresh;
    }

    private byte[] inflate(int number) {
        byte[] packed =
                blocks.asSlice(offsets[number], packedSizes[number]).toArray(ValueLayout.JAVA_BYTE);
        return Deflate.unpack(packed, rawSizes[number], "block " + number);
    }

    private static int mismatch(byte[] block, int start, int length, byte[] key, int from) {
        int comparable = Math.min(length, key.length - from);
        int at = Arrays.mismatch(block, start, start + comparable, key, from, from + comparable);
        return at < 0 ? comparable : at;
    }

    private static boolean above(byte left, byte right) {
        return (left & 0xff) > (right & 0xff);
    }

    private static int intAt(MemorySegment segment, long offset) {
        return segment.get(BIG_ENDIAN_INT, offset);
    }

    private static final ValueLayout.OfInt BIG_ENDIAN_INT =
            ValueLayout.JAVA_INT_UNALIGNED.withOrder(java.nio.ByteOrder.BIG_ENDIAN);
}
