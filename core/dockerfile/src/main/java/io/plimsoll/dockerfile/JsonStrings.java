package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// Reads a JSON array of strings that reaches to the end of a text.
///
/// Source: RFC 8259. Nesting costs no stack.
final class JsonStrings {
    enum Kind {
        /// No JSON array: a shell form that may begin with `[`.
        NOT_JSON,
        /// An array that holds something else than strings.
        OTHER_ARRAY,
        STRINGS
    }

    /// @param start of the string with its quotes
    record Item(String value, int start, int end) {}

    record Result(Kind kind, List<Item> strings) {}

    private static final Result NOT_JSON = new Result(Kind.NOT_JSON, List.of());

    private final String text;
    private final int to;
    private int at;
    private final List<Item> strings = new ArrayList<>();
    private boolean other;

    private JsonStrings(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.to = to;
    }

    static Result read(String text, int from, int to) {
        int start = Spaces.skip(text, from, to);
        if (start == to || text.charAt(start) != '[') {
            return NOT_JSON;
        }
        JsonStrings reader = new JsonStrings(text, start, to);
        if (!reader.array()) {
            return NOT_JSON;
        }
        return reader.other
                ? new Result(Kind.OTHER_ARRAY, List.of())
                : new Result(Kind.STRINGS, reader.strings);
    }

    /// Goes through the text, one bit a level for what it is inside of.
    private boolean array() {
        BitSet objects = new BitSet();
        int depth = 0;
        boolean wantsValue = true;
        boolean mayClose = false;
        do {
            blanks();
            char c = peek();
            boolean inObject = depth > 0 && objects.get(depth);
            if (wantsValue && !(mayClose && c == (inObject ? '}' : ']'))) {
                if (inObject && !key()) {
                    return false;
                }
                c = peek();
                if (c == '[' || c == '{') {
                    other |= depth > 0;
                    objects.set(++depth, c == '{');
                    at++;
                    mayClose = true;
                    continue;
                }
                if (!scalar(depth)) {
                    return false;
                }
                wantsValue = false;
            } else if (c == ',' && !wantsValue) {
                at++;
                wantsValue = true;
                mayClose = false;
            } else if (c == (inObject ? '}' : ']')) {
                at++;
                depth--;
                wantsValue = false;
            } else {
                return false;
            }
        } while (depth > 0);
        blanks();
        return at == to;
    }

    /// `"name" :` and the blanks behind it.
    private boolean key() {
        if (peek() != '"' || string().isEmpty()) {
            return false;
        }
        blanks();
        if (peek() != ':') {
            return false;
        }
        at++;
        blanks();
        return true;
    }

    private boolean scalar(int depth) {
        int start = at;
        if (peek() == '"') {
            Optional<String> value = string();
            value.filter(each -> depth == 1)
                    .ifPresent(each -> strings.add(new Item(each, start, at)));
            return value.isPresent();
        }
        other = true;
        return word("true") || word("false") || word("null") || number();
    }

    private boolean word(String wanted) {
        boolean there = text.startsWith(wanted, at) && at + wanted.length() <= to;
        at += there ? wanted.length() : 0;
        return there;
    }

    private boolean number() {
        skip('-');
        if (!skip('0') && digits() == 0) {
            return false;
        }
        if (skip('.') && digits() == 0) {
            return false;
        }
        if (skip('e') || skip('E')) {
            if (!skip('+')) {
                skip('-');
            }
            return digits() > 0;
        }
        return true;
    }

    private boolean skip(char wanted) {
        boolean there = peek() == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private int digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        return at - start;
    }

    private Optional<String> string() {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < to) {
            char c = text.charAt(at++);
            if (c == '"') {
                return Optional.of(whole(value));
            }
            if (c < ' ' || (c == '\\' && !escape(value))) {
                return Optional.empty();
            }
            if (c != '\\') {
                value.append(c);
            }
        }
        return Optional.empty();
    }

    private boolean escape(StringBuilder value) {
        if (at == to) {
            return false;
        }
        char c = text.charAt(at++);
        switch (c) {
            case '"', '\\', '/' -> value.append(c);
            case 'b' -> value.append('\b');
            case 'f' -> value.append('\f');
            case 'n' -> value.append('\n');
            case 'r' -> value.append('\r');
            case 't' -> value.append('\t');
            case 'u' -> {
                return unicode(value);
            }
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean unicode(StringBuilder value) {
        int code = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(peek(), 16);
            if (digit < 0 || peek() > 'f') {
                return false;
            }
            code = code * 16 + digit;
            at++;
        }
        value.append((char) code);
        return true;
    }

    /// Halves of surrogate pairs that escapes have made become U+FFFD.
    private static String whole(StringBuilder value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean pair =
                    Character.isHighSurrogate(c)
                            && i + 1 < value.length()
                            && Character.isLowSurrogate(value.charAt(i + 1));
            if (pair) {
                i++;
            } else if (Character.isSurrogate(c)) {
                value.setCharAt(i, '\ufffd');
            }
        }
        return value.toString();
    }

    private void blanks() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\r' || peek() == '\n') {
            at++;
        }
    }

    private char peek() {
        return at < to ? text.charAt(at) : '\0';
    }
}
