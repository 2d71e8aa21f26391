package io.plimsoll.lint.shell;

import io.plimsoll.dockerfile.Span;

/// Where the characters of a script stand in the file.
@FunctionalInterface
public interface Places {
    /// The place of the characters from one offset of the script to another.
    Span span(int from, int to);
}
