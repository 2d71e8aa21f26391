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

    /// Bytes of a block in the index: the length of its first key and three numbers.
    private static final int SMALLEST_BLOCK_ENTRY = 4;

    /// Deflate makes at most 1032 bytes of one.
    private static final int MOST_EXPANSION = 1032;

    private final MemorySegment blocks;
    private final byte[][] firstKeys;
    private final int[] offsets;
    private final int[] packedSizes;
    private final int[] rawSizes;
    private final int entries;
    private final AtomicReferenceArray<@Nullable Block> inflated;

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
        int entries = SegmentFile.intAt(segment, offset);
        int blockCount = SegmentFile.intAt(segment, offset + 4);
        int indexSize = SegmentFile.intAt(segment, offset + 8);
        int blocksSize = SegmentFile.intAt(segment, offset + 12);
        if (entries < 0 || blockCount < 0 || indexSize < 0 || blocksSize < 0) {
            throw new MalformedSegmentException("a table of more than 2 GiB at byte " + offset);
        }
        if (blockCount > indexSize / SMALLEST_BLOCK_ENTRY) {
            throw new MalformedSegmentException(
                    blockCount + " blocks announced at byte " + offset + ", fewer are there");
        }
        byte[] index =
                segment.asSlice(offset + HEADER_SIZE, indexSize).toArray(ValueLayout.JAVA_BYTE);
        MemorySegment blocks = segment.asSlice(offset + HEADER_SIZE + indexSize, blocksSize);
        return new Table(blocks, entries, blockCount, new ByteReader(index));
    }

    /// The offset behind the table that begins here.
    static long endOf(MemorySegment segment, long offset) {
        return offset
                + HEADER_SIZE
                + Integer.toUnsignedLong(SegmentFile.intAt(segment, offset + 8))
                + Integer.toUnsignedLong(SegmentFile.intAt(segment, offset + 12));
    }

    int entries() {
        return entries;
    }

    /// The value of a key.
    Optional<ByteReader> find(byte[] key) {
        int number = blockFor(key);
        return number < 0 ? Optional.empty() : block(number).find(key);
    }

    /// Visits all entries in the order of their keys.
    void forEach(Visitor visitor) {
        for (int number = 0; number < firstKeys.length; number++) {
            Block.forEach(inflate(number), visitor);
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

    private Block block(int number) {
        Block known = inflated.get(number);
        if (known != null) {
            return known;
        }
        Block fresh = new Block(inflate(number));
        inflated.set(number, fresh);
        return fresh;
    }

    private byte[] inflate(int number) {
        if ((long) offsets[number] + packedSizes[number] > blocks.byteSize()
                || rawSizes[number] > (long) MOST_EXPANSION * packedSizes[number]) {
            throw new MalformedSegmentException("block " + number + " cannot be that large");
        }
        byte[] packed =
                blocks.asSlice(offsets[number], packedSizes[number]).toArray(ValueLayout.JAVA_BYTE);
        return Deflate.unpack(packed, rawSizes[number], "block " + number);
    }
}
