package io.plimsoll.checks.facts;

/// Tells text by its first bytes.
enum TextKind {
    /// One byte a character, or UTF-8.
    BYTES,
    /// UTF-16 with the low byte first.
    UTF_16_LE,
    /// UTF-16 with the high byte first.
    UTF_16_BE,
    /// No text.
    BINARY;

    /// As many bytes are looked at; a text with a zero behind them is still searched.
    static final int HEAD = 4096;

    private static final int FEW = 10;

    /// @param length bytes of the head that are there
    static TextKind of(byte[] head, int length) {
        if (length >= 2 && (head[0] & 0xff) == 0xff && (head[1] & 0xff) == 0xfe) {
            return UTF_16_LE;
        }
        if (length >= 2 && (head[0] & 0xff) == 0xfe && (head[1] & 0xff) == 0xff) {
            return UTF_16_BE;
        }
        int evenZeros = 0;
        int oddZeros = 0;
        int odd = 0;
        for (int i = 0; i < length; i++) {
            int c = head[i] & 0xff;
            if (c == 0) {
                evenZeros += (i & 1) == 0 ? 1 : 0;
                oddZeros += i & 1;
            } else if ((c < ' ' && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1b)
                    || c >= 0xf8) {
                odd++;
            }
        }
        if (evenZeros + oddZeros == 0) {
            return odd * FEW > length ? BINARY : BYTES;
        }
        // Western text in UTF-16 without a mark: nearly every second byte is zero, and no other.
        int half = length / 2;
        if (evenZeros == 0 && oddZeros * FEW > half * (FEW - 2) && odd == 0) {
            return UTF_16_LE;
        }
        return oddZeros == 0 && evenZeros * FEW > half * (FEW - 2) && odd == 0 ? UTF_16_BE : BINARY;
    }
}
