package io.plimsoll.lint.shell;

import io.plimsoll.lint.shell.Cursor.UnreadableException;

/// Reads one word.
final class WordReader {
    /// Reads the commands of a substitution up to the parenthesis that ends it.
    interface Substitution {
        void read() throws UnreadableException;
    }

    private final Cursor cursor;
    private final Places places;
    private final Substitution substitution;
    private final StringBuilder text = new StringBuilder();
    private boolean literal = true;
    private boolean bare = true;

    WordReader(Cursor cursor, Places places, Substitution substitution) {
        this.cursor = cursor;
        this.places = places;
        this.substitution = substitution;
    }

    ShellWord read() throws UnreadableException {
        int start = cursor.at();
        while (!cursor.isAtEnd()) {
            char c = cursor.peek();
            if (c == '\'') {
                single();
            } else if (c == '"') {
                quoted();
            } else if (c == '\\') {
                escaped();
            } else if (c == '$' || c == '`') {
                dollar();
            } else if ((c == '<' || c == '>') && cursor.peek(1) == '(' && cursor.at() == start) {
                substituted(2);
            } else if (" \t\r\n;&|<>()".indexOf(c) >= 0) {
                break;
            } else {
                text.append(c);
                cursor.skip(1);
            }
        }
        var span = places.span(start, cursor.at());
        boolean same = bare && span.length() == text.length();
        return new ShellWord(text.toString(), literal, same, span);
    }

    private void single() throws UnreadableException {
        int start = cursor.at() + 1;
        cursor.skipTo('\'');
        text.append(cursor.since(start));
        cursor.skip(1);
        bare = false;
    }

    private void quoted() throws UnreadableException {
        bare = false;
        cursor.skip(1);
        while (cursor.peek() != '"') {
            if (cursor.isAtEnd()) {
                throw new UnreadableException("'\"' is missing");
            }
            char c = cursor.peek();
            if (c == '\\' && "\"\\$`\n".indexOf(cursor.peek(1)) >= 0) {
                escaped();
            } else if (c == '$' || c == '`') {
                dollar();
            } else {
                text.append(c);
                cursor.skip(1);
            }
        }
        cursor.skip(1);
    }

    private void escaped() {
        bare = false;
        if (cursor.peek(1) != '\n' && cursor.peek(1) != 0) {
            text.append(cursor.peek(1));
        }
        cursor.skip(cursor.peek(1) == 0 ? 1 : 2);
    }

    private void dollar() throws UnreadableException {
        int start = cursor.at();
        char next = cursor.peek(1);
        if (cursor.peek() == '`') {
            literal = false;
            cursor.skipTo('`');
            cursor.skip(1);
        } else if (cursor.startsWith("$((")) {
            literal = false;
            cursor.skip(1);
            cursor.skipBalanced('(', ')');
        } else if (next == '(') {
            substituted(2);
            return;
        } else if (next == '{') {
            literal = false;
            cursor.skip(1);
            cursor.skipBalanced('{', '}');
        } else if (next == '_' || Character.isLetterOrDigit(next)) {
            literal = false;
            cursor.skip(2);
            while (cursor.peek() == '_' || Character.isLetterOrDigit(cursor.peek())) {
                cursor.skip(1);
            }
        } else {
            literal &= next == 0 || "?#@*!$-".indexOf(next) < 0;
            cursor.skip(1);
        }
        text.append(cursor.since(start));
    }

    private void substituted(int opening) throws UnreadableException {
        int start = cursor.at();
        literal = false;
        cursor.skip(opening);
        substitution.read();
        text.append(cursor.since(start));
    }
}
