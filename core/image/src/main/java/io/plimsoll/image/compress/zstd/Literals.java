package io.plimsoll.image.compress.zstd;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The literals of the current block, and the Huffman table that a block can take over from the one
/// before it.
///
/// Source: RFC 8878, section 3.1.1.3.1.
final class Literals {
    private static final int RAW = 0;
    private static final int RUN = 1;
    private static final int COMPRESSED = 2;
    private static final int JUMP_TABLE = 6;

    private final byte[] bytes = new byte[ZstdStream.MAX_BLOCK + BackwardBits.SLACK];
    private @Nullable HuffmanTable table;
    private int size;

    void reset() {
        table = null;
    }

    byte[] bytes() {
        return bytes;
    }

    int size() {
        return size;
    }

    /// Reads the literals section of a block.
    ///
    /// @return where it ends
    int read(byte[] block, int start, int end) throws ZstdFormatException {
        int head = block[start] & 0xff;
        int type = head & 3;
        int format = (head >> 2) & 3;
        if (type == RAW || type == RUN) {
            return readPlain(block, start, end, type, format);
        }
        int headSize = Math.max(3, format + 2);
        int sizeBits = format < 2 ? 10 : format * 4 + 6;
        require(start + headSize <= end);
        long fields = (long) BackwardBits.LONG.get(block, start);
        int mask = (1 << sizeBits) - 1;
        setSize((int) (fields >>> 4) & mask);
        int compressed = (int) (fields >>> (4 + sizeBits)) & mask;
        int at = start + headSize;
        int sectionEnd = at + compressed;
        require(sectionEnd <= end);
        if (type == COMPRESSED) {
            table = HuffmanTable.read(block, at, sectionEnd);
            at = table.end();
        }
        if (table == null) {
            throw new ZstdFormatException("literals want a Huffman table that never came");
        }
        if (format == 0) {
            table.decode(block, at, sectionEnd, bytes, 0, size);
        } else {
            decodeFour(table, block, at, sectionEnd);
        }
        return sectionEnd;
    }

    private int readPlain(byte[] block, int start, int end, int type, int format)
            throws ZstdFormatException {
        int headSize = format == 1 ? 2 : format == 3 ? 3 : 1;
        require(start + headSize <= end);
        int fields = (int) (long) BackwardBits.LONG.get(block, start) & 0xff_ffff;
        switch (headSize) {
            case 1 -> setSize((fields & 0xff) >> 3);
            case 2 -> setSize((fields & 0xffff) >> 4);
            default -> setSize(fields >> 4);
        }
        int at = start + headSize;
        int sectionEnd = at + (type == RAW ? size : 1);
        require(sectionEnd <= end);
        if (type == RAW) {
            System.arraycopy(block, at, bytes, 0, size);
        } else {
            Arrays.fill(bytes, 0, size, block[at]);
        }
        return sectionEnd;
    }

    private void decodeFour(HuffmanTable codes, byte[] block, int start, int end)
            throws ZstdFormatException {
        int part = (size + 3) / 4;
        require(start + JUMP_TABLE <= end && part * 3 <= size);
        long jumps = (long) BackwardBits.LONG.get(block, start);
        int at = start + JUMP_TABLE;
        for (int i = 0; i < 4; i++) {
            int streamEnd = i == 3 ? end : at + (int) (jumps >>> (i * 16) & 0xffff);
            require(streamEnd <= end);
            int to = i == 3 ? size : part * (i + 1);
            codes.decode(block, at, streamEnd, bytes, part * i, to);
            at = streamEnd;
        }
    }

    private void setSize(int value) throws ZstdFormatException {
        if (value > ZstdStream.MAX_BLOCK) {
            throw new ZstdFormatException("a block has " + value + " literals");
        }
        size = value;
    }

    private static void require(boolean inside) throws ZstdFormatException {
        if (!inside) {
            throw new ZstdFormatException("a literals section does not end");
        }
    }
}
