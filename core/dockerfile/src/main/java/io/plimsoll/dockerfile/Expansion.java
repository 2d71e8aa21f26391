package io.plimsoll.dockerfile;

import java.util.List;
import java.util.Map;

/// A word with its variables replaced.
///
/// Source: the Dockerfile reference, section "Environment replacement".
///
/// @param text the result; the word itself where there is a problem
/// @param missing names of variables that have no value and nothing that stands in for it, sorted
/// @param problem why the word cannot be expanded; empty where it can
public record Expansion(String text, List<String> missing, String problem) {
    public Expansion {
        missing = List.copyOf(missing);
    }

    /// Replaces the variables of a word and takes its quotes off.
    ///
    /// @param escape the escape character of the Dockerfile
    public static Expansion of(String word, char escape, Map<String, String> variables) {
        return run(word, new ShellOptions(escape, false, false, false, false), variables);
    }

    /// Replaces the variables in the content of a heredoc of ADD or COPY: quotes are no quotes there.
    public static Expansion ofContent(String content, Map<String, String> variables) {
        return run(content, new ShellOptions('\\', false, false, true, false), variables);
    }

    private static Expansion run(String word, ShellOptions options, Map<String, String> variables) {
        try {
            ShellLexer.Result result = ShellLexer.run(word, options, variables);
            return new Expansion(result.text(), List.copyOf(result.missing()), "");
        } catch (ShellSyntaxException failed) {
            String message = failed.getMessage();
            return new Expansion(word, List.of(), message == null ? "bad word" : message);
        }
    }

    /// Whether the text is what a builder would get.
    public boolean isCertain() {
        return problem.isEmpty() && missing.isEmpty();
    }
}
