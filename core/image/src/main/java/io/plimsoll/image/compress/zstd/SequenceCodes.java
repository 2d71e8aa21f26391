package io.plimsoll.image.compress.zstd;

/// The three kinds of codes that make a sequence: their predefined probabilities, limits, and what
/// each code means.
///
/// Source: RFC 8878, sections 3.1.1.3.2.1 and 3.1.1.3.2.2.
final class SequenceCodes {
    static final SequenceCodes LITERAL_LENGTH =
            new SequenceCodes(
                    9,
                    35,
                    6,
                    new short[] {
                        4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2, 2, 2,
                        3, 2, 1, 1, 1, 1, 1, -1, -1, -1, -1
                    });
    static final SequenceCodes OFFSET =
            new SequenceCodes(
                    8,
                    31,
                    5,
                    new short[] {
                        1, 1, 1, 1, 1, 1, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1,
                        -1, -1, -1, -1
                    });
    static final SequenceCodes MATCH_LENGTH =
            new SequenceCodes(
                    9,
                    52,
                    6,
                    new short[] {
                        1, 4, 3, 2, 2, 2, 2, 2, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
                        1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, -1, -1, -1,
                        -1, -1, -1, -1
                    });

    static final int[] LITERAL_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 6, 7, 8, 9, 10,
        11, 12, 13, 14, 15, 16
    };
    static final int[] LITERAL_BASE = baselines(LITERAL_BITS, 0);
    static final int[] MATCH_BITS = {
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 1, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16
    };
    static final int[] MATCH_BASE = baselines(MATCH_BITS, 3);

    private final int maxAccuracy;
    private final int maxSymbol;
    private final FseTable predefined;

    private SequenceCodes(int maxAccuracy, int maxSymbol, int accuracy, short[] probabilities) {
        this.maxAccuracy = maxAccuracy;
        this.maxSymbol = maxSymbol;
        this.predefined = FseTable.of(probabilities, accuracy);
    }

    int maxAccuracy() {
        return maxAccuracy;
    }

    int maxSymbol() {
        return maxSymbol;
    }

    FseTable predefined() {
        return predefined;
    }

    /// Each code begins where the one before it ends.
    private static int[] baselines(int[] bits, int first) {
        int[] baselines = new int[bits.length];
        int next = first;
        for (int code = 0; code < bits.length; code++) {
            baselines[code] = next;
            next += 1 << bits[code];
        }
        return baselines;
    }
}
