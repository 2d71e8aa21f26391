package io.plimsoll.image.compress.zstd;

import org.jspecify.annotations.Nullable;

/// Executes the sequences of a block: copy some literals, then repeat some earlier bytes.
///
/// Source: RFC 8878, sections 3.1.1.3.2 and 3.1.1.5.
final class Sequences {
    private static final int PREDEFINED = 0;
    private static final int RUN = 1;
    private static final int DESCRIBED = 2;
    private static final int LONG_COUNT = 0x7f00;

    private @Nullable FseTable literalTable;
    private @Nullable FseTable offsetTable;
    private @Nullable FseTable matchTable;
    private final int[] recent = new int[3];
    private int at;

    void reset() {
        literalTable = null;
        offsetTable = null;
        matchTable = null;
        recent[0] = 1;
        recent[1] = 4;
        recent[2] = 8;
    }

    /// Reads the sequences section and writes the block's content.
    void execute(byte[] block, int start, int end, Literals literals, Window window)
            throws ZstdFormatException {
        at = start;
        int count = count(block, end);
        if (count == 0) {
            if (at != end) {
                throw new ZstdFormatException("bytes follow the end of a block");
            }
            window.literals(literals.bytes(), 0, literals.size());
            return;
        }
        require(at < end);
        int modes = block[at++] & 0xff;
        if ((modes & 3) != 0) {
            throw new ZstdFormatException("reserved bits of a sequences section are set");
        }
        FseTable literal =
                table(SequenceCodes.LITERAL_LENGTH, modes >> 6, literalTable, block, end);
        FseTable offset = table(SequenceCodes.OFFSET, (modes >> 4) & 3, offsetTable, block, end);
        FseTable match =
                table(SequenceCodes.MATCH_LENGTH, (modes >> 2) & 3, matchTable, block, end);
        literalTable = literal;
        offsetTable = offset;
        matchTable = match;
        int used = run(count, new BackwardBits(block, at, end), literals, window);
        window.literals(literals.bytes(), used, literals.size() - used);
    }

    private int count(byte[] block, int end) throws ZstdFormatException {
        require(at < end);
        int first = block[at++] & 0xff;
        if (first < 128) {
            return first;
        }
        if (first < 255) {
            require(at < end);
            return ((first - 128) << 8) + (block[at++] & 0xff);
        }
        require(at + 1 < end);
        int low = block[at++] & 0xff;
        return low + ((block[at++] & 0xff) << 8) + LONG_COUNT;
    }

    private FseTable table(
            SequenceCodes codes, int mode, @Nullable FseTable last, byte[] block, int end)
            throws ZstdFormatException {
        return switch (mode) {
            case PREDEFINED -> codes.predefined();
            case RUN -> {
                require(at < end);
                int symbol = block[at++] & 0xff;
                if (symbol > codes.maxSymbol()) {
                    throw new ZstdFormatException("a sequence code is out of range");
                }
                yield FseTable.single(symbol);
            }
            case DESCRIBED -> {
                FseDescription description =
                        FseDescription.read(block, at, end, codes.maxAccuracy(), codes.maxSymbol());
                at = description.end();
                yield description.table();
            }
            default -> require(last);
        };
    }

    private int run(int count, BackwardBits bits, Literals literals, Window window)
            throws ZstdFormatException {
        FseTable literal = require(literalTable);
        FseTable offset = require(offsetTable);
        FseTable match = require(matchTable);
        int literalState = literal.firstState(bits);
        int offsetState = offset.firstState(bits);
        int matchState = match.firstState(bits);
        int used = 0;
        for (int i = 0; i < count; i++) {
            int offsetCode = offset.symbol(offsetState);
            int matchCode = match.symbol(matchState);
            int literalCode = literal.symbol(literalState);
            long distance = (1L << offsetCode) + bits.read(offsetCode);
            int matchLength =
                    SequenceCodes.MATCH_BASE[matchCode]
                            + (int) bits.read(SequenceCodes.MATCH_BITS[matchCode]);
            int literalLength =
                    SequenceCodes.LITERAL_BASE[literalCode]
                            + (int) bits.read(SequenceCodes.LITERAL_BITS[literalCode]);
            if (i < count - 1) {
                literalState = literal.nextState(literalState, bits);
                matchState = match.nextState(matchState, bits);
                offsetState = offset.nextState(offsetState, bits);
            }
            if (bits.isOverrun() || literalLength > literals.size() - used) {
                throw new ZstdFormatException("a sequence takes more than there is");
            }
            window.literals(literals.bytes(), used, literalLength);
            used += literalLength;
            window.match(distance(distance, literalLength), matchLength);
        }
        if (bits.left() != 0) {
            throw new ZstdFormatException("a block's sequences do not use up its bits");
        }
        return used;
    }

    /// The three smallest values name recent distances.
    private int distance(long value, int literalLength) throws ZstdFormatException {
        if (value > 3) {
            recent[2] = recent[1];
            recent[1] = recent[0];
            recent[0] = (int) Math.min(value - 3, Integer.MAX_VALUE);
            return recent[0];
        }
        int index = (int) value - (literalLength == 0 ? 0 : 1);
        if (index == 0) {
            return recent[0];
        }
        int distance = index == 3 ? recent[0] - 1 : recent[index];
        if (distance <= 0) {
            throw new ZstdFormatException("a distance is zero");
        }
        if (index > 1) {
            recent[2] = recent[1];
        }
        recent[1] = recent[0];
        recent[0] = distance;
        return distance;
    }

    private static void require(boolean inside) throws ZstdFormatException {
        if (!inside) {
            throw new ZstdFormatException("a sequences section does not end");
        }
    }

    private static FseTable require(@Nullable FseTable table) throws ZstdFormatException {
        if (table == null) {
            throw new ZstdFormatException("a block repeats a table that never came");
        }
        return table;
    }
}
