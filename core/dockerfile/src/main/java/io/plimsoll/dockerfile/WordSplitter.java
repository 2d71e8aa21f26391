package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// Splits text into words as a shell does, but leaves quotes and escapes in them.
final class WordSplitter {
    private WordSplitter() {}

    record Range(int from, int to) {}

    static List<Word> split(LogicalLine logical, char escape, int from, int to) {
        List<Word> words = new ArrayList<>();
        for (Range range : ranges(logical.text(), escape, from, to)) {
            words.add(
                    new Word(
                            logical.text().substring(range.from(), range.to()),
                            logical.span(range.from(), range.to())));
        }
        return words;
    }

    static List<Range> ranges(String text, char escape, int from, int to) {
        List<Range> ranges = new ArrayList<>();
        int at = Spaces.skip(text, from, to);
        while (at < to) {
            int end = wordEnd(text, escape, at, to);
            // An escape character at the very end escapes nothing and is no part of the word.
            boolean dangling = end > to;
            Range range = new Range(at, dangling ? to - 1 : end);
            if (range.from() < range.to()) {
                ranges.add(range);
            }
            at = Spaces.skip(text, Math.min(end, to), to);
        }
        return ranges;
    }

    /// The end of the word that begins at a place.
    ///
    /// @return `to` + 1 where an escape character is the last of the text
    private static int wordEnd(String text, char escape, int from, int to) {
        int at = from;
        char quote = 0;
        while (at < to) {
            char c = text.charAt(at);
            if (c == escape && quote != '\'') {
                if (at + 1 == to) {
                    return to + 1;
                }
                at += 2;
                continue;
            }
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '\'' || c == '"') {
                quote = c;
            } else if (Spaces.isSpace(c)) {
                return at;
            }
            at++;
        }
        return at;
    }
}
