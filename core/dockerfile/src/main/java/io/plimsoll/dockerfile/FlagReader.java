package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the words behind a keyword that begin with `--`; the word `--` alone ends them.
final class FlagReader {
    private final LogicalLine logical;
    private final String text;
    private final char escape;
    private final List<Flag> flags = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();

    FlagReader(LogicalLine logical, char escape) {
        this.logical = logical;
        this.text = logical.text();
        this.escape = escape;
    }

    List<Flag> flags() {
        return flags;
    }

    /// Reads the flags.
    ///
    /// @return where the arguments begin
    int read(int from, int to) {
        int at = Spaces.skip(text, from, to);
        while (at + 1 < to && text.charAt(at) == '-' && text.charAt(at + 1) == '-') {
            int end = flag(at, to);
            String written = word.toString();
            if (written.equals("--")) {
                return end;
            }
            int equals = written.indexOf('=');
            flags.add(
                    new Flag(
                            equals < 0 ? written : written.substring(0, equals),
                            equals < 0
                                    ? Optional.empty()
                                    : Optional.of(written.substring(equals + 1)),
                            logical.span(at, end)));
            at = Spaces.skip(text, end, to);
        }
        return at;
    }

    /// Puts one word without its quotes into `word`.
    ///
    /// @return the end of it
    private int flag(int from, int to) {
        word.setLength(0);
        char quote = 0;
        int at = from;
        while (at < to) {
            char c = text.charAt(at);
            if (c == escape) {
                at++;
                if (at < to) {
                    word.append(text.charAt(at));
                }
            } else if (quote != 0) {
                if (c == quote) {
                    quote = 0;
                } else {
                    word.append(c);
                }
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (Spaces.isSpace(c)) {
                return at;
            } else {
                word.append(c);
            }
            at++;
        }
        return Math.min(at, to);
    }
}
