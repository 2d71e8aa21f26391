package io.plimsoll.advisory;

import java.util.Arrays;

/// Writes one sorted table of a segment: blocks of front-coded keys and their values, deflated, and
/// an index of the blocks. The layout stands in `docs/advisory-store.md`.
final class TableWriter {
    /// Raw bytes of a block, about: a lookup inflates one block.
    private static final int BLOCK_SIZE = 16 * 1024;

    private final ByteWriter blocks = new ByteWriter();
    private final ByteWriter index = new ByteWriter();
    private final ByteWriter block = new ByteWriter();
    private byte[] firstKey = {};
    private byte[] lastKey = {};
    private int entriesInBlock;
    private int entries;
    private int blockCount;

    /// Adds the next entry.
    ///
    /// @throws IllegalArgumentException if the key is not above the one before
    void add(byte[] key, byte[] value) {
        if (entries > 0 && Arrays.compareUnsigned(lastKey, key) >= 0) {
            throw new IllegalArgumentException("key " + entries + " is not above the one before");
        }
        int shared = entriesInBlock == 0 ? 0 : Math.max(0, Arrays.mismatch(lastKey, key));
        if (entriesInBlock == 0) {
            firstKey = key;
        }
        block.writeVarint(shared);
        block.writeVarint(key.length - shared);
        block.writeRaw(key, shared, key.length - shared);
        block.writeBytes(value);
        lastKey = key;
        entriesInBlock++;
        entries++;
        if (block.size() >= BLOCK_SIZE) {
            endBlock();
        }
    }

    /// Appends the finished table to a segment: counts, index, blocks.
    void appendTo(ByteWriter segment) {
        if (entriesInBlock > 0) {
            endBlock();
        }
        segment.writeInt(entries);
        segment.writeInt(blockCount);
        segment.writeInt(index.size());
        segment.writeInt(blocks.size());
        segment.writeRaw(index.toByteArray(), 0, index.size());
        segment.writeRaw(blocks.toByteArray(), 0, blocks.size());
    }

    private void endBlock() {
        byte[] packed = Deflate.pack(block.toByteArray());
        index.writeBytes(firstKey);
        index.writeVarint(blocks.size());
        index.writeVarint(packed.length);
        index.writeVarint(block.size());
        blocks.writeRaw(packed, 0, packed.length);
        block.clear();
        entriesInBlock = 0;
        blockCount++;
    }
}
