package io.plimsoll.dockerfile;

/// A document inside a Dockerfile that a `<<NAME` of its instruction announces.
///
/// @param name the terminator, without quotes
/// @param fileDescriptor the number before `<<`, 0 where there is none
/// @param expand whether variables in it are replaced: true where the name has no quotes
/// @param chomp whether leading tabs go (`<<-`)
/// @param content the lines of it, as they stand
/// @param span of the content
/// @param end of the line that ends it, without its line break; empty where the file ends before
public record Heredoc(
        String name,
        long fileDescriptor,
        boolean expand,
        boolean chomp,
        String content,
        Span span,
        Span end) {}
