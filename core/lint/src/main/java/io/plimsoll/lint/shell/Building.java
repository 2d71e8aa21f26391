package io.plimsoll.lint.shell;

import java.util.ArrayList;
import java.util.List;

/// A command that is being read.
final class Building {
    private final List<ShellWord> assignments = new ArrayList<>();
    private final List<ShellWord> words = new ArrayList<>();
    private final List<Redirection> redirections = new ArrayList<>();

    void add(ShellWord word) {
        if (words.isEmpty() && isAssignment(word.text())) {
            assignments.add(word);
        } else {
            words.add(word);
        }
    }

    void add(Redirection redirection) {
        redirections.add(redirection);
    }

    /// Whether the next word is the first one of a command.
    boolean isAtStart() {
        return words.isEmpty() && assignments.isEmpty();
    }

    boolean isEmpty() {
        return isAtStart() && redirections.isEmpty();
    }

    Command finish(Link after, int depth) {
        return new Command(assignments, words, redirections, after, depth);
    }

    /// A name, `=` or `+=`.
    private static boolean isAssignment(String text) {
        int equals = text.indexOf('=');
        int end = equals > 0 && text.charAt(equals - 1) == '+' ? equals - 1 : equals;
        if (end <= 0 || (text.charAt(0) >= '0' && text.charAt(0) <= '9')) {
            return false;
        }
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            if (c != '_' && !(c < 0x80 && Character.isLetterOrDigit(c))) {
                return false;
            }
        }
        return true;
    }
}
