package io.plimsoll.image.compress.zstd;

import java.util.Arrays;

/// The description of an {@link FseTable} as a block holds it.
///
/// Source: RFC 8878, section 4.1.1.
///
/// @param end the first byte behind it
record FseDescription(FseTable table, int end) {
    private static final int MIN_ACCURACY = 5;

    /// Reads a description.
    static FseDescription read(byte[] bytes, int start, int end, int maxAccuracy, int maxSymbol)
            throws ZstdFormatException {
        Reader reader = new Reader(bytes, start, end);
        int accuracy = reader.bits(4) + MIN_ACCURACY;
        if (accuracy > maxAccuracy) {
            throw new ZstdFormatException("a table's accuracy is " + accuracy);
        }
        short[] probabilities = new short[maxSymbol + 1];
        int remaining = 1 << accuracy;
        int symbol = 0;
        while (remaining > 0) {
            if (symbol > maxSymbol) {
                throw new ZstdFormatException("a table has too many symbols");
            }
            int probability = reader.probability(remaining);
            remaining -= Math.abs(probability);
            probabilities[symbol++] = (short) probability;
            if (probability == 0) {
                symbol = skipZeros(reader, symbol, maxSymbol);
            }
        }
        if (remaining < 0) {
            throw new ZstdFormatException("a table's probabilities are too large");
        }
        short[] used = Arrays.copyOf(probabilities, Math.max(1, Math.min(symbol, maxSymbol + 1)));
        return new FseDescription(FseTable.of(used, accuracy), reader.end());
    }

    private static int skipZeros(Reader reader, int start, int maxSymbol)
            throws ZstdFormatException {
        int symbol = start;
        int repeat;
        do {
            repeat = reader.bits(2);
            symbol += repeat;
            if (symbol > maxSymbol + 1) {
                throw new ZstdFormatException("a table has too many symbols");
            }
        } while (repeat == 3);
        return symbol;
    }

    /// Reads bits forwards, lowest first.
    private static final class Reader {
        private final byte[] bytes;
        private final int endBit;
        private int bit;

        Reader(byte[] bytes, int start, int end) {
            this.bytes = bytes;
            this.bit = start * 8;
            this.endBit = end * 8;
        }

        int bits(int count) throws ZstdFormatException {
            int value = peek(count);
            bit += count;
            if (bit > endBit) {
                throw new ZstdFormatException("a table's description does not end");
            }
            return value;
        }

        /// A value in as few bits as the remaining probability allows: small values take one less.
        int probability(int remaining) throws ZstdFormatException {
            int count = Integer.SIZE - Integer.numberOfLeadingZeros(remaining + 1);
            int value = peek(count);
            int lowMask = (1 << (count - 1)) - 1;
            int threshold = (1 << count) - 1 - (remaining + 1);
            if ((value & lowMask) < threshold) {
                bits(count - 1);
                return (value & lowMask) - 1;
            }
            bits(count);
            return (value > lowMask ? value - threshold : value) - 1;
        }

        private int peek(int count) {
            int word = 0;
            int first = bit >> 3;
            for (int i = 0; i < 4; i++) {
                int value = first + i < bytes.length ? bytes[first + i] & 0xff : 0;
                word |= value << (i * 8);
            }
            return (word >>> (bit & 7)) & ((1 << count) - 1);
        }

        int end() {
            return (bit + 7) >> 3;
        }
    }
}
