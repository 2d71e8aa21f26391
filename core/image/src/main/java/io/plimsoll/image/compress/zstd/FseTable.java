package io.plimsoll.image.compress.zstd;

/// A decoding table of finite state entropy: each state has a symbol, and the bits that lead to the
/// next state.
///
/// Source: RFC 8878, section 4.1.1.
final class FseTable {
    private final int accuracy;
    private final byte[] symbols;
    private final byte[] bitCounts;
    private final short[] baselines;

    private FseTable(int accuracy) {
        int size = 1 << accuracy;
        this.accuracy = accuracy;
        this.symbols = new byte[size];
        this.bitCounts = new byte[size];
        this.baselines = new short[size];
    }

    /// The table of one symbol that costs no bits.
    static FseTable single(int symbol) {
        FseTable table = new FseTable(0);
        table.symbols[0] = (byte) symbol;
        return table;
    }

    /// Builds the table from probabilities, where -1 stands for "less than one".
    ///
    /// @param accuracy the probabilities add up to two to this power
    static FseTable of(short[] probabilities, int accuracy) {
        FseTable table = new FseTable(accuracy);
        table.spread(probabilities);
        int[] next = new int[probabilities.length];
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            next[symbol] = probabilities[symbol] == -1 ? 1 : probabilities[symbol];
        }
        int size = 1 << accuracy;
        for (int state = 0; state < size; state++) {
            int value = next[table.symbols[state] & 0xff]++;
            int bits = accuracy - (31 - Integer.numberOfLeadingZeros(value));
            table.bitCounts[state] = (byte) bits;
            table.baselines[state] = (short) ((value << bits) - size);
        }
        return table;
    }

    private void spread(short[] probabilities) {
        int size = symbols.length;
        int high = size - 1;
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            if (probabilities[symbol] == -1) {
                symbols[high--] = (byte) symbol;
            }
        }
        int step = (size >> 1) + (size >> 3) + 3;
        int position = 0;
        for (int symbol = 0; symbol < probabilities.length; symbol++) {
            for (int i = 0; i < probabilities[symbol]; i++) {
                symbols[position] = (byte) symbol;
                do {
                    position = (position + step) & (size - 1);
                } while (position > high);
            }
        }
    }

    int firstState(BackwardBits bits) {
        return (int) bits.read(accuracy);
    }

    int symbol(int state) {
        return symbols[state] & 0xff;
    }

    int nextState(int state, BackwardBits bits) {
        return (baselines[state] & 0xffff) + (int) bits.read(bitCounts[state]);
    }
}
