package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Finds the documents that a logical line announces with `<<`.
///
/// Source: the Dockerfile reference, section "Here-Documents". As in BuildKit the escape character is
/// the backslash here whatever the directive `escape` says, a line whose quotes do not close
/// announces nothing, and `<<` must be the whole word but for a number before it.
final class Heredocs {
    private static final ShellOptions RAW = new ShellOptions('\\', true, true, false, true);
    private static final ShellOptions PLAIN = new ShellOptions('\\', false, false, false, true);
    private static final ShellOptions QUOTED = new ShellOptions('\\', true, false, false, true);
    private static final int MOST_DIGITS = 18;

    private Heredocs() {}

    /// @param problem why one of them cannot be read; empty where all can
    record Announced(List<Start> starts, String problem) {}

    /// A document without its content.
    record Start(String name, long fileDescriptor, boolean expand, boolean chomp) {
        Heredoc with(String content, Span span, Span end) {
            return new Heredoc(name, fileDescriptor, expand, chomp, content, span, end);
        }
    }

    static Announced in(String line) {
        List<String> words;
        try {
            words = ShellLexer.run(line, RAW, Map.of()).words();
        } catch (ShellSyntaxException unbalanced) {
            return new Announced(List.of(), "");
        }
        List<Start> starts = new ArrayList<>();
        for (String word : words) {
            try {
                read(word, starts);
            } catch (ShellSyntaxException badName) {
                return new Announced(
                        List.of(), "'" + word + "' announces no heredoc: " + badName.getMessage());
            }
        }
        return new Announced(starts, "");
    }

    /// Whether a word announces a document.
    static boolean isOne(String word) {
        List<Start> starts = new ArrayList<>();
        try {
            read(word, starts);
        } catch (ShellSyntaxException badName) {
            return false;
        }
        return !starts.isEmpty();
    }

    /// `[number]<<[-]name`, with nothing but the name behind it.
    private static void read(String word, List<Start> starts) throws ShellSyntaxException {
        int digits = 0;
        while (digits < word.length() && word.charAt(digits) >= '0' && word.charAt(digits) <= '9') {
            digits++;
        }
        if (!word.startsWith("<<", digits)) {
            return;
        }
        int at = digits + 2;
        boolean chomp = at < word.length() && word.charAt(at) == '-';
        at += chomp ? 1 : 0;
        while (at < word.length() && " \t\n\f\r".indexOf(word.charAt(at)) >= 0) {
            at++;
        }
        String rest = word.substring(at);
        if (rest.isEmpty() || rest.indexOf('<') >= 0) {
            return;
        }
        List<String> names = ShellLexer.run(rest, PLAIN, Map.of()).words();
        if (names.size() != 1) {
            return;
        }
        List<String> quoted = ShellLexer.run(rest, QUOTED, Map.of()).words();
        boolean expand =
                quoted.size() == 1 && quotes(names.getFirst()) == quotes(quoted.getFirst());
        long descriptor =
                digits == 0 || digits > MOST_DIGITS ? 0 : Long.parseLong(word, 0, digits, 10);
        starts.add(new Start(names.getFirst(), descriptor, expand, chomp));
    }

    private static long quotes(String text) {
        return text.chars().filter(c -> c == '\'' || c == '"').count();
    }
}
