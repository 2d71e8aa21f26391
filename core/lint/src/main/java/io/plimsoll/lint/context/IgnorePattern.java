package io.plimsoll.lint.context;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/// One pattern of a `.dockerignore`.
///
/// `*` is any text without a slash, `?` one character that is none, `**` any number of folders, `[a-z]`
/// a class; a backslash takes the meaning from what follows. Takes time in proportion to pattern times
/// path.
///
/// Source: the Dockerfile reference, ".dockerignore file"; Go's `path/filepath.Match`;
/// github.com/moby/patternmatcher for `**` and for what matches a folder.
final class IgnorePattern {
    private sealed interface Token {
        record One(int character) implements Token {}

        record Any() implements Token {}

        record Text() implements Token {}

        /// `**/`: nothing, or folders with the slash behind them.
        record Folders() implements Token {}

        /// `**` at the end, or in front of plain text.
        record All() implements Token {}

        /// @param ranges pairs of the first and the last character
        record OneOf(boolean negated, List<int[]> ranges) implements Token {
            boolean has(int c) {
                return ranges.stream().anyMatch(each -> each[0] <= c && c <= each[1]) != negated;
            }
        }
    }

    private final List<Token> tokens;
    private final boolean negated;

    private IgnorePattern(List<Token> tokens, boolean negated) {
        this.tokens = tokens;
        this.negated = negated;
    }

    /// Reads a line; empty where it holds no pattern, or one that a builder refuses.
    ///
    /// @param line without white space around it
    static Optional<IgnorePattern> of(String line) {
        boolean negated = line.startsWith("!");
        String path = CleanPath.of(negated ? line.substring(1).strip() : line);
        String relative = path.length() > 1 && path.startsWith("/") ? path.substring(1) : path;
        Optional<List<Token>> tokens = tokens(relative.codePoints().toArray());
        return tokens.map(read -> new IgnorePattern(read, negated));
    }

    boolean isNegated() {
        return negated;
    }

    /// Whether it matches a path or a folder above it.
    ///
    /// @param path clean and relative
    boolean matches(String path) {
        int end = 2 * tokens.size();
        BitSet states = new BitSet();
        add(states, 0);
        for (int c : path.codePoints().toArray()) {
            if (c == '/' && states.get(end)) {
                return true;
            }
            BitSet next = new BitSet();
            for (int at = states.nextSetBit(0); at >= 0; at = states.nextSetBit(at + 1)) {
                step(at, c, next);
            }
            states = next;
        }
        return states.get(end);
    }

    /// State `2n` stands before token n, `2n + 1` inside of its folders.
    private void step(int state, int c, BitSet next) {
        if (state == 2 * tokens.size()) {
            return;
        }
        Token token = tokens.get(state / 2);
        switch (token) {
            case Token.One(int wanted) -> addIf(c == wanted, next, state + 2);
            case Token.Any any -> addIf(c != '/', next, state + 2);
            case Token.OneOf oneOf -> addIf(oneOf.has(c), next, state + 2);
            case Token.Text text -> addIf(c != '/', next, state);
            case Token.All all -> add(next, state);
            case Token.Folders folders -> {
                next.set(state | 1);
                addIf(c == '/', next, (state & ~1) + 2);
            }
        }
    }

    private void addIf(boolean holds, BitSet states, int state) {
        if (holds) {
            add(states, state);
        }
    }

    private void add(BitSet states, int first) {
        int state = first;
        states.set(state);
        while (state < 2 * tokens.size() && mayBeEmpty(tokens.get(state / 2))) {
            state += 2;
            states.set(state);
        }
    }

    private static boolean mayBeEmpty(Token token) {
        return switch (token) {
            case Token.Text text -> true;
            case Token.All all -> true;
            case Token.Folders folders -> true;
            default -> false;
        };
    }

    private static Optional<List<Token>> tokens(int[] in) {
        List<Token> tokens = new ArrayList<>();
        for (int i = 0; i < in.length; i++) {
            int c = in[i];
            if (i == 0 && isSuffix(in)) {
                i++;
                tokens.add(new Token.All());
            } else if (c == '*' && i + 1 < in.length && in[i + 1] == '*') {
                i++;
                i += i + 1 < in.length && in[i + 1] == '/' ? 1 : 0;
                tokens.add(i + 1 < in.length ? new Token.Folders() : new Token.All());
            } else if (c == '*') {
                tokens.add(new Token.Text());
            } else if (c == '?') {
                tokens.add(new Token.Any());
            } else if (c == '[') {
                int end = classEnd(in, i);
                if (end < 0) {
                    return Optional.empty();
                }
                tokens.add(oneOf(in, i + 1, end));
                i = end;
            } else if (c == '\\' && i + 1 == in.length) {
                return Optional.empty();
            } else {
                i += c == '\\' ? 1 : 0;
                tokens.add(new Token.One(in[i]));
            }
        }
        return Optional.of(tokens);
    }

    /// `**` in front of plain text is any text, not only folders: `**.md` is all that ends so.
    private static boolean isSuffix(int[] in) {
        boolean led = in.length > 2 && in[0] == '*' && in[1] == '*' && in[2] != '/';
        for (int i = 2; led && i < in.length; i++) {
            led = "*?[]\\".indexOf(in[i]) < 0;
        }
        return led;
    }

    private static int classEnd(int[] in, int start) {
        for (int i = start + 1; i < in.length; i++) {
            if (in[i] == '\\') {
                i++;
            } else if (in[i] == ']' && i > start + 1) {
                return i;
            }
        }
        return -1;
    }

    private static Token oneOf(int[] in, int from, int to) {
        boolean negated = in[from] == '^';
        List<int[]> ranges = new ArrayList<>();
        int i = from + (negated ? 1 : 0);
        while (i < to) {
            i += in[i] == '\\' && i + 1 < to ? 1 : 0;
            int low = in[i++];
            int high = low;
            if (i + 1 < to && in[i] == '-') {
                i++;
                i += in[i] == '\\' && i + 1 < to ? 1 : 0;
                high = in[i++];
            }
            ranges.add(new int[] {low, high});
        }
        return new Token.OneOf(negated, ranges);
    }
}
