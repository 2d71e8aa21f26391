package io.plimsoll.lint.shell;

/// The text of a script and how far it is read.
final class Cursor {
    /// A script that cannot be read on.
    static final class UnreadableException extends Exception {
        private static final long serialVersionUID = 1;

        UnreadableException(String message) {
            super(message, null, false, false);
        }
    }

    private final String text;
    private int at;

    Cursor(String text) {
        this.text = text;
    }

    int at() {
        return at;
    }

    void moveTo(int place) {
        at = place;
    }

    void skip(int count) {
        at += count;
    }

    boolean isAtEnd() {
        return at >= text.length();
    }

    /// The next character, 0 at the end.
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    boolean startsWith(String prefix) {
        return text.startsWith(prefix, at);
    }

    String since(int start) {
        return text.substring(start, at);
    }

    /// Skips white space inside a line, continued lines, and a comment.
    void skipBlanks() {
        while (!isAtEnd()) {
            char c = peek();
            if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (c == '\\' && (peek(1) == '\n' || startsWith("\\\r\n"))) {
                at += peek(1) == '\n' ? 2 : 3;
            } else if (c == '#' && (at == 0 || " \t\n;&|()".indexOf(text.charAt(at - 1)) >= 0)) {
                int end = text.indexOf('\n', at);
                at = end < 0 ? text.length() : end;
            } else {
                return;
            }
        }
    }

    /// Skips what quotes, braces or parentheses enclose.
    ///
    /// @param open the character that is read next
    void skipBalanced(char open, char close) throws UnreadableException {
        int depth = 0;
        while (!isAtEnd()) {
            char c = peek();
            if (c == '\\') {
                at++;
            } else if (c == '\'') {
                skipTo('\'');
            } else if (c == open) {
                depth++;
            } else if (c == close && --depth == 0) {
                at++;
                return;
            }
            at++;
        }
        throw new UnreadableException("'" + open + "' is not closed");
    }

    /// Moves to the next one of a character, behind the one that is read next.
    void skipTo(char wanted) throws UnreadableException {
        int end = text.indexOf(wanted, at + 1);
        if (end < 0) {
            throw new UnreadableException("'" + wanted + "' is missing");
        }
        at = end;
    }

    /// The line that begins here, without its line break; moves behind that.
    String line() {
        int end = text.indexOf('\n', at);
        int stop = end < 0 ? text.length() : end;
        String line = text.substring(at, stop);
        at = end < 0 ? stop : stop + 1;
        return line;
    }
}
