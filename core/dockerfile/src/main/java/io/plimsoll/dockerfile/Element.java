package io.plimsoll.dockerfile;

/// A part of a Dockerfile. The elements of a file follow one another without a gap: their texts make
/// the file.
public sealed interface Element
        permits Instruction, Element.Comment, Element.Directive, Element.Blank {
    /// Where it stands, with the line break that ends it.
    Span span();

    /// A line that begins with `#`.
    ///
    /// @param text what follows the `#`, stripped
    record Comment(String text, Span span) implements Element {}

    /// A parser directive, such as `# syntax=docker/dockerfile:1`.
    ///
    /// Source: the Dockerfile reference, section "Parser directives".
    ///
    /// @param name `syntax`, `escape` or `check`, in lower case
    record Directive(String name, String value, Span span) implements Element {}

    /// Empty lines, and a byte order mark.
    record Blank(Span span) implements Element {}
}
