package io.plimsoll.lint.context;

import java.util.List;

/// What a `.dockerignore` keeps from the builder.
///
/// Source: the Dockerfile reference, ".dockerignore file".
public final class IgnoreFile {
    private final List<IgnorePattern> patterns;

    private IgnoreFile(List<IgnorePattern> patterns) {
        this.patterns = List.copyOf(patterns);
    }

    /// Reads a file. Lines that a builder refuses are left out.
    public static IgnoreFile of(String text) {
        String marked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new IgnoreFile(
                marked.lines()
                        .filter(line -> !line.startsWith("#"))
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .flatMap(line -> IgnorePattern.of(line).stream())
                        .toList());
    }

    /// Whether it says nothing.
    public boolean isEmpty() {
        return patterns.isEmpty();
    }

    /// Whether a path of the context is kept from the builder: the last pattern that matches it, or a
    /// folder above it, decides.
    ///
    /// @param path from the root of the context
    public boolean ignores(String path) {
        String clean = CleanPath.of(path);
        String relative = clean.startsWith("/") && clean.length() > 1 ? clean.substring(1) : clean;
        for (IgnorePattern pattern : patterns.reversed()) {
            if (pattern.matches(relative)) {
                return !pattern.isNegated();
            }
        }
        return false;
    }
}
