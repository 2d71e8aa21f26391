package io.plimsoll.dockerfile;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/// The parser directives at the head of a file. The first line that is none ends them.
final class Directives {
    private static final Set<String> KNOWN = Set.of("syntax", "escape", "check");

    /// A directive; no name where a comment is none.
    ///
    /// @param problem why it does not hold; empty where it does
    record Found(String name, String value, String problem) {
        private static final Found NOTHING = new Found("", "", "");
    }

    private final Set<String> seen = new HashSet<>();
    private boolean ended;
    private char escape = '\\';

    char escape() {
        return escape;
    }

    void end() {
        ended = true;
    }

    /// Looks at a comment, whose `#` stands at `from`.
    Found find(String text, int from, int to) {
        Found found = ended ? Found.NOTHING : read(text, from + 1, to);
        if (found.name().isEmpty()) {
            ended = true;
            return found;
        }
        if (!seen.add(found.name())) {
            return new Found(
                    found.name(),
                    found.value(),
                    "the directive '" + found.name() + "' comes twice");
        }
        return found.name().equals("escape") ? escape(found) : found;
    }

    private Found escape(Found found) {
        if (!found.value().equals("\\") && !found.value().equals("`")) {
            return new Found(
                    found.name(),
                    found.value(),
                    "the escape character can be \\ or `, not '" + found.value() + "'");
        }
        escape = found.value().charAt(0);
        return found;
    }

    /// `name = value`: a letter, then letters and digits, white space around the sign.
    private static Found read(String text, int from, int to) {
        int start = Spaces.skip(text, from, to);
        int end = start;
        while (end < to && isOfName(text.charAt(end), end == start)) {
            end++;
        }
        int equals = skipBlanks(text, end, to);
        if (end == start || equals == to || text.charAt(equals) != '=' || equals + 1 == to) {
            return Found.NOTHING;
        }
        String name = text.substring(start, end).toLowerCase(Locale.ROOT);
        if (!KNOWN.contains(name)) {
            return Found.NOTHING;
        }
        // Where there are blanks only, the last of them is the value.
        int value = Math.min(skipBlanks(text, equals + 1, to), to - 1);
        int valueEnd = to;
        while (valueEnd > value + 1 && isBlank(text.charAt(valueEnd - 1))) {
            valueEnd--;
        }
        return new Found(name, text.substring(value, valueEnd), "");
    }

    private static boolean isOfName(char c, boolean first) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (!first && c >= '0' && c <= '9');
    }

    private static int skipBlanks(String text, int from, int to) {
        int at = from;
        while (at < to && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\f' || c == '\r' || c == '\n';
    }
}
