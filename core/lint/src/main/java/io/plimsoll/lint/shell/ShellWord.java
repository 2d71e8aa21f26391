package io.plimsoll.lint.shell;

import io.plimsoll.dockerfile.Span;

/// One word of a command.
///
/// @param text the word without quotes and escapes; what is replaced when the script runs, such as
///     `$x` and `$(y)`, stands as it is written
/// @param isLiteral whether nothing in it is replaced, so that the text is what the command gets
/// @param isBare whether the file has the very characters of the text at the place
/// @param span where it stands
public record ShellWord(String text, boolean isLiteral, boolean isBare, Span span) {
    /// Whether it is a literal word of this text.
    public boolean is(String other) {
        return isLiteral && text.equals(other);
    }

    /// Whether it looks like an option of a command.
    public boolean isOption() {
        return text.length() > 1 && text.charAt(0) == '-';
    }
}
