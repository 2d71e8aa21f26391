package io.plimsoll.image.compress.zstd;

import java.util.Arrays;

/// A decoding table of Huffman codes, looked up by the next bits.
///
/// Source: RFC 8878, section 4.2.
final class HuffmanTable {
    private static final int MAX_BITS = 11;
    private static final int MAX_SYMBOLS = 256;
    private static final int WEIGHT_ACCURACY = 6;
    private static final int DIRECT = 128;
    private static final int SYMBOLS_IN_A_WORD = 5;

    private final int maxBits;
    private final short[] entries;
    private int end;

    private HuffmanTable(int maxBits) {
        this.maxBits = maxBits;
        this.entries = new short[1 << maxBits];
    }

    /// Reads a table's description; {@link #end()} then tells where it ends.
    static HuffmanTable read(byte[] bytes, int start, int end) throws ZstdFormatException {
        if (start >= end) {
            throw new ZstdFormatException("a Huffman table is missing");
        }
        int header = bytes[start] & 0xff;
        byte[] weights = new byte[MAX_SYMBOLS];
        int count;
        int tableEnd;
        if (header >= DIRECT) {
            count = header - DIRECT + 1;
            tableEnd = start + 1 + (count + 1) / 2;
            requireInside(tableEnd, end);
            for (int i = 0; i < count; i++) {
                int pair = bytes[start + 1 + i / 2] & 0xff;
                weights[i] = (byte) (i % 2 == 0 ? pair >> 4 : pair & 15);
            }
        } else {
            tableEnd = start + 1 + header;
            requireInside(tableEnd, end);
            count = compressedWeights(bytes, start + 1, tableEnd, weights);
        }
        HuffmanTable table = of(weights, count);
        table.end = tableEnd;
        return table;
    }

    private static void requireInside(int tableEnd, int end) throws ZstdFormatException {
        if (tableEnd > end) {
            throw new ZstdFormatException("a Huffman table does not end");
        }
    }

    /// Two states take turns until the bits are used up; the other state then has one symbol more.
    private static int compressedWeights(byte[] bytes, int start, int end, byte[] weights)
            throws ZstdFormatException {
        FseDescription description =
                FseDescription.read(bytes, start, end, WEIGHT_ACCURACY, MAX_SYMBOLS - 1);
        FseTable table = description.table();
        BackwardBits bits = new BackwardBits(bytes, description.end(), end);
        int state = table.firstState(bits);
        int other = table.firstState(bits);
        int count = 0;
        while (!bits.isOverrun()) {
            if (count > MAX_SYMBOLS - 3) {
                throw new ZstdFormatException("a Huffman table has too many weights");
            }
            weights[count++] = (byte) table.symbol(state);
            int next = table.nextState(state, bits);
            state = other;
            other = next;
        }
        weights[count++] = (byte) table.symbol(state);
        return count;
    }

    /// The last symbol's weight is not stored: it fills the sum up to a power of two.
    private static HuffmanTable of(byte[] weights, int count) throws ZstdFormatException {
        int sum = 0;
        for (int i = 0; i < count; i++) {
            if (weights[i] > MAX_BITS) {
                throw new ZstdFormatException("a Huffman weight is too large");
            }
            sum += weights[i] == 0 ? 0 : 1 << (weights[i] - 1);
        }
        int maxBits = Integer.SIZE - Integer.numberOfLeadingZeros(sum);
        int rest = (1 << maxBits) - sum;
        if (sum == 0 || maxBits > MAX_BITS || Integer.bitCount(rest) != 1) {
            throw new ZstdFormatException("the Huffman weights do not add up");
        }
        weights[count] = (byte) (Integer.numberOfTrailingZeros(rest) + 1);
        HuffmanTable table = new HuffmanTable(maxBits);
        table.fill(weights, count + 1);
        return table;
    }

    private void fill(byte[] weights, int count) {
        int position = 0;
        for (int weight = 1; weight <= maxBits; weight++) {
            for (int symbol = 0; symbol < count; symbol++) {
                if (weights[symbol] == weight) {
                    int width = 1 << (weight - 1);
                    int bits = maxBits + 1 - weight;
                    short entry = (short) (symbol << 8 | bits);
                    Arrays.fill(entries, position, position + width, entry);
                    position += width;
                }
            }
        }
    }

    int end() {
        return end;
    }

    /// Decodes one stream, which must be used up by exactly so many symbols.
    void decode(byte[] bytes, int start, int streamEnd, byte[] out, int from, int to)
            throws ZstdFormatException {
        BackwardBits bits = new BackwardBits(bytes, start, streamEnd);
        int shift = Long.SIZE - maxBits;
        int at = from;
        while (at <= to - SYMBOLS_IN_A_WORD && !bits.isOverrun()) {
            long word = bits.peekTop();
            int used = 0;
            for (int i = 0; i < SYMBOLS_IN_A_WORD; i++) {
                short entry = entries[(int) (word >>> shift)];
                out[at++] = (byte) (entry >> 8);
                word <<= entry;
                used += entry & 0xff;
            }
            bits.skip(used);
        }
        while (at < to && !bits.isOverrun()) {
            short entry = entries[(int) (bits.peekTop() >>> shift)];
            out[at++] = (byte) (entry >> 8);
            bits.skip(entry & 0xff);
        }
        if (at < to || bits.left() != 0) {
            throw new ZstdFormatException("a Huffman stream does not fit its length");
        }
    }
}
