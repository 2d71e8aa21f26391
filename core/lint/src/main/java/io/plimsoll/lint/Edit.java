package io.plimsoll.lint;

import io.plimsoll.dockerfile.Span;

/// A part of a file's text that is replaced.
///
/// @param start offset of its first character (UTF-16 unit), from 0
/// @param end offset behind its last character
/// @param text what stands there afterwards
public record Edit(int start, int end, String text) {
    public Edit {
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("no edit: " + start + " to " + end);
        }
    }

    public static Edit replace(Span span, String text) {
        return new Edit(span.start(), span.end(), text);
    }

    /// Puts a text behind a part.
    public static Edit after(Span span, String text) {
        return new Edit(span.end(), span.end(), text);
    }
}
