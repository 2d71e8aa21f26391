package io.plimsoll.advisory;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// A segment with its blocks inflated, which is what patches are made of: in deflated blocks the
/// change of a byte changes all that follows.
///
/// Layout: the segment's magic and count of tables; for each table its entries and blocks (u32 each);
/// for each block its raw size (u32) and its bytes. The index of a table follows from its blocks.
final class SegmentContent {
    private static final int MAGIC = 8;

    /// Beyond this a segment has no patches: applying one needs about four times as much memory.
    static final int MAX_SIZE = 64 * 1024 * 1024;

    private SegmentContent() {}

    /// Inflates a segment.
    ///
    /// @throws MalformedSegmentException if it is none, or one too large for patches
    static byte[] unpack(byte[] segment) {
        ByteReader reader = new ByteReader(segment);
        ByteWriter content = new ByteWriter();
        content.writeRaw(segment, reader.skip(MAGIC), MAGIC);
        int tables = reader.readInt();
        content.writeInt(tables);
        for (int i = 0; i < tables; i++) {
            unpackTable(segment, reader, content, new HashMap<>());
        }
        return content.toByteArray();
    }

    /// Deflates a content. Where a block is one of another segment its deflated bytes are taken from
    /// there.
    ///
    /// @throws MalformedSegmentException if it is no content
    static byte[] pack(byte[] content, byte[] other) {
        Map<ByteBuffer, byte[]> known = blocks(other);
        ByteReader reader = new ByteReader(content);
        ByteWriter segment = new ByteWriter();
        segment.writeRaw(content, reader.skip(MAGIC), MAGIC);
        int tables = reader.readInt();
        segment.writeInt(tables);
        for (int i = 0; i < tables; i++) {
            packTable(content, reader, segment, known);
        }
        if (reader.hasMore()) {
            throw new MalformedSegmentException("bytes behind the last table");
        }
        return segment.toByteArray();
    }

    private static void packTable(
            byte[] content, ByteReader reader, ByteWriter segment, Map<ByteBuffer, byte[]> known) {
        int entries = reader.readInt();
        int count = reader.readInt();
        ByteWriter index = new ByteWriter();
        ByteWriter blocks = new ByteWriter();
        for (int i = 0; i < count; i++) {
            int size = reader.readInt();
            ByteBuffer raw = ByteBuffer.wrap(content, reader.skip(size), size).slice();
            byte[] packed = known.get(raw);
            if (packed == null) {
                packed = Deflate.pack(bytes(raw));
            }
            index.writeBytes(firstKey(raw));
            index.writeVarint(blocks.size());
            index.writeVarint(packed.length);
            index.writeVarint(size);
            blocks.writeRaw(packed, 0, packed.length);
        }
        segment.writeInt(entries);
        segment.writeInt(count);
        segment.writeInt(index.size());
        segment.writeInt(blocks.size());
        segment.writeRaw(index.toByteArray(), 0, index.size());
        segment.writeRaw(blocks.toByteArray(), 0, blocks.size());
    }

    private static Map<ByteBuffer, byte[]> blocks(byte[] segment) {
        Map<ByteBuffer, byte[]> blocks = new HashMap<>();
        ByteReader reader = new ByteReader(segment);
        reader.skip(MAGIC);
        int tables = reader.readInt();
        for (int i = 0; i < tables; i++) {
            unpackTable(segment, reader, new ByteWriter(), blocks);
        }
        return blocks;
    }

    private static void unpackTable(
            byte[] segment, ByteReader reader, ByteWriter content, Map<ByteBuffer, byte[]> packed) {
        content.writeInt(reader.readInt());
        int count = reader.readInt();
        content.writeInt(count);
        int indexSize = reader.readInt();
        int blocksSize = reader.readInt();
        int indexStart = reader.skip(indexSize);
        ByteReader index = new ByteReader(segment, indexStart, indexStart + indexSize);
        int start = reader.skip(blocksSize);
        for (int i = 0; i < count; i++) {
            index.readKey();
            ByteReader blocks = new ByteReader(segment, start, start + blocksSize);
            blocks.skip(index.readCount());
            int size = index.readCount();
            int at = blocks.skip(size);
            byte[] deflated = Arrays.copyOfRange(segment, at, at + size);
            int rawSize = index.readCount();
            if (rawSize > MAX_SIZE - content.size()) {
                throw new MalformedSegmentException(
                        "block " + i + " is beyond what patches are made for");
            }
            byte[] raw = Deflate.unpack(deflated, rawSize, "block " + i);
            content.writeInt(rawSize);
            content.writeRaw(raw, 0, rawSize);
            packed.put(ByteBuffer.wrap(raw), deflated);
        }
    }

    private static byte[] firstKey(ByteBuffer raw) {
        ByteReader reader = new ByteReader(bytes(raw));
        reader.readCount();
        return reader.readKey();
    }

    private static byte[] bytes(ByteBuffer buffer) {
        byte[] bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
