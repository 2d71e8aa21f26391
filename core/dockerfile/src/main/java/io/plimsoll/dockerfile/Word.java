package io.plimsoll.dockerfile;

/// One argument as it is written, before quotes are taken off and variables are replaced; in the JSON
/// form the decoded string.
///
/// @param text without the line continuations inside it
/// @param span where it stands
public record Word(String text, Span span) {}
