package io.plimsoll.dockerfile;

/// What counts as white space.
final class Spaces {
    private Spaces() {}

    /// White space as Unicode's property of that name has it, which BuildKit strips by.
    static boolean isSpace(int c) {
        return switch (c) {
            case '\t',
                    '\n',
                    0x0b,
                    '\f',
                    '\r',
                    ' ',
                    0x85,
                    0xa0,
                    0x1680,
                    0x2028,
                    0x2029,
                    0x202f,
                    0x205f,
                    0x3000 ->
                    true;
            default -> c >= 0x2000 && c <= 0x200a;
        };
    }

    /// What separates the arguments of an instruction.
    static boolean separates(int c) {
        return c == ' ' || c == '\t' || c == 0x0b || c == '\f' || c == '\r';
    }

    /// The first place from `from` on that is no white space, `to` at most.
    static int skip(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && isSpace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// The end of the text before `to` without the white space at its end, `from` at least.
    static int trimEnd(CharSequence text, int from, int to) {
        int end = to;
        while (end > from && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    static int skipSeparators(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && separates(text.charAt(at))) {
            at++;
        }
        return at;
    }

    static int skipWord(CharSequence text, int from, int to) {
        int at = from;
        while (at < to && !separates(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
