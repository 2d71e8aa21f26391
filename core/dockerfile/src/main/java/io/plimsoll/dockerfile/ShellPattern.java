package io.plimsoll.dockerfile;

import java.util.Arrays;

/// A pattern of the shell in which `*` is any text and `?` any character but a line break.
///
/// Source: POSIX, Shell Command Language, section 2.14, without bracket expressions, as the
/// Dockerfile reference describes it. Takes time in proportion to pattern times value.
final class ShellPattern {
    private static final int ANY_TEXT = -1;
    private static final int ANY_ONE = -2;
    private static final int NONE = -1;

    private final int[] tokens;

    private ShellPattern(int[] tokens) {
        this.tokens = tokens;
    }

    /// @throws ShellSyntaxException if a backslash stands before something that needs none
    static ShellPattern of(String pattern) throws ShellSyntaxException {
        int[] in = pattern.codePoints().toArray();
        int[] tokens = new int[in.length];
        int count = 0;
        for (int i = 0; i < in.length; i++) {
            int c = in[i];
            if (c == '*') {
                tokens[count++] = ANY_TEXT;
            } else if (c == '?') {
                tokens[count++] = ANY_ONE;
            } else if (c == '\\') {
                int escaped = ++i < in.length ? in[i] : NONE;
                if (escaped < 0 || "*?\\}/".indexOf(escaped) < 0) {
                    throw new ShellSyntaxException(
                            "the pattern '" + pattern + "' has a bad escape");
                }
                tokens[count++] = escaped;
            } else {
                tokens[count++] = c;
            }
        }
        return new ShellPattern(Arrays.copyOf(tokens, count));
    }

    String withoutPrefix(String value, boolean longest) {
        int[] characters = value.codePoints().toArray();
        int end = new Search(tokens, characters).end(0, longest);
        return end == NONE ? value : new String(characters, end, characters.length - end);
    }

    String withoutSuffix(String value, boolean longest) {
        int[] characters = value.codePoints().toArray();
        int end = new Search(reversed(tokens), reversed(characters)).end(0, longest);
        return end == NONE ? value : new String(characters, 0, characters.length - end);
    }

    /// @param longestResult characters of the result, more of which are refused
    String replaced(String value, String by, boolean all, int longestResult)
            throws ShellSyntaxException {
        int[] characters = value.codePoints().toArray();
        Search search = new Search(tokens, characters);
        StringBuilder result = new StringBuilder();
        int from = 0;
        int copied = 0;
        int lastEnd = NONE;
        while (from <= characters.length) {
            int start = search.start(from);
            if (start == NONE) {
                break;
            }
            int end = search.end(start, true);
            result.append(new String(characters, copied, start - copied));
            // An empty match right behind another one is none.
            result.append(end > start || start != lastEnd ? by : "");
            copied = end;
            lastEnd = end;
            from = end > start ? end : end + 1;
            if (result.length() > longestResult) {
                throw new ShellSyntaxException(
                        "the result has more than " + longestResult + " characters");
            }
            if (!all) {
                break;
            }
        }
        return result.append(new String(characters, copied, characters.length - copied)).toString();
    }

    private static int[] reversed(int[] values) {
        int[] reversed = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            reversed[values.length - 1 - i] = values[i];
        }
        return reversed;
    }

    /// The pattern held against a value by sets of states.
    private static final class Search {
        private final int[] tokens;
        private final int[] value;

        /// Where the line ends in which the first star begins, or the value; 0 where no star was reached.
        private int starEnd;

        Search(int[] tokens, int[] value) {
            this.tokens = tokens;
            this.value = value;
        }

        /// The first place from `from` on where the pattern matches.
        int start(int from) {
            int start = from;
            while (start <= value.length) {
                if (end(start, false) != NONE) {
                    return start;
                }
                // What follows a star was looked for as far as the star reaches: starting later,
                // but
                // before that, finds no more.
                start = Math.max(start + 1, starEnd);
            }
            return NONE;
        }

        /// The end of a match that begins at a place, the longest or the shortest.
        int end(int start, boolean longest) {
            boolean[] states = new boolean[tokens.length + 1];
            starEnd = 0;
            states[0] = true;
            boolean star = spread(states);
            int found = NONE;
            for (int at = start; ; at++) {
                if (states[tokens.length]) {
                    found = at;
                    if (!longest) {
                        return found;
                    }
                }
                boolean last = at == value.length;
                if (star && starEnd == 0 && (last || value[at] == '\n')) {
                    starEnd = at;
                }
                if (last || !advance(states, value[at])) {
                    return found;
                }
                star |= spread(states);
            }
        }

        /// A star may be nothing.
        ///
        /// @return whether one was reached
        private boolean spread(boolean[] states) {
            boolean star = false;
            for (int i = 0; i < tokens.length; i++) {
                if (states[i] && tokens[i] == ANY_TEXT) {
                    states[i + 1] = true;
                    star = true;
                }
            }
            return star;
        }

        /// Takes one character.
        ///
        /// @return whether any state is left
        private boolean advance(boolean[] states, int c) {
            boolean any = false;
            for (int i = tokens.length; i >= 0; i--) {
                boolean stays =
                        i < tokens.length && states[i] && tokens[i] == ANY_TEXT && c != '\n';
                boolean comes = i > 0 && states[i - 1] && takes(tokens[i - 1], c);
                states[i] = stays || comes;
                any |= states[i];
            }
            return any;
        }

        private static boolean takes(int token, int c) {
            return token == c || (token == ANY_ONE && c != '\n');
        }
    }
}
