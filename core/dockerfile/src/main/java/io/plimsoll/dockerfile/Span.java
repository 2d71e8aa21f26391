package io.plimsoll.dockerfile;

/// A part of a Dockerfile's text.
///
/// @param start offset of its first character (UTF-16 unit), from 0
/// @param end offset behind its last character
/// @param line line of its first character, from 1
/// @param column column of its first character in UTF-16 units, from 1
public record Span(int start, int end, int line, int column) {
    public Span {
        if (start < 0 || end < start || line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "no span: " + start + " to " + end + " at " + line + ":" + column);
        }
    }

    public int length() {
        return end - start;
    }
}
