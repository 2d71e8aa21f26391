package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;

/// The words of one part of a text.
///
/// The word that is being read lies in a buffer that all parts share, and a part inside another one
/// empties it: BuildKit does so, and what counts as a heredoc hangs on it.
final class WordCollector {
    private final StringBuilder word;
    private final List<String> words = new ArrayList<>();
    private boolean inWord;

    /// @param word the buffer of all parts
    WordCollector(StringBuilder word) {
        this.word = word;
    }

    /// White space ends a word.
    void add(int c) {
        if (!Spaces.isSpace(c)) {
            addRaw(c);
        } else if (inWord && !word.isEmpty()) {
            finish();
        }
    }

    void addRaw(int c) {
        word.appendCodePoint(c);
        inWord = true;
    }

    void addRaw(String text) {
        word.append(text);
        inWord = true;
    }

    /// All words, with the one that is being read.
    List<String> finish() {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
        return words;
    }
}
