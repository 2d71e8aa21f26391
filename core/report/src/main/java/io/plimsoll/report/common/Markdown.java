package io.plimsoll.report.common;

import io.plimsoll.model.Printable;

/// Texts of an image inside Markdown: none of their characters acts.
///
/// Source: CommonMark 0.31.2, "Backslash escapes"; GitHub Flavored Markdown, "Tables".
public final class Markdown {
    private static final String ACTING = "\\`*_{}[]()#+-.!|~&<>@$^=\"'";

    private Markdown() {}

    /// The text as itself, on one line, also inside a table.
    ///
    /// Letters and digits stay, everything that could act is escaped: emphasis, links, mentions,
    /// HTML. `<`, `>` and `&` become entities, for readers that ignore backslashes before them.
    public static String text(String text) {
        String shown = Printable.of(text);
        StringBuilder escaped = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@' -> escaped.append("&#64;");
                default -> append(c, between(shown, i), escaped);
            }
        }
        return escaped.toString();
    }

    /// Between letters or digits, a dot, hyphen, plus or equals sign is plain.
    private static boolean between(String text, int at) {
        return at > 0
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at - 1))
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    private static void append(char c, boolean between, StringBuilder escaped) {
        boolean plain = between && (c == '.' || c == '-' || c == '+' || c == '=');
        if (ACTING.indexOf(c) >= 0 && !plain) {
            escaped.append('\\');
        }
        escaped.append(c);
    }

    /// A link where the address is one of the web, else the text alone.
    public static String link(String text, String url) {
        boolean safe = Uris.isWeb(url) && url.indexOf(')') < 0 && url.indexOf('(') < 0;
        return safe ? "[" + text(text) + "](" + url + ")" : text(text);
    }
}
