package io.plimsoll.report.common;

import io.plimsoll.model.Printable;

/// Texts of an image inside Markdown: none of their characters acts.
///
/// Source: CommonMark 0.31.2, "Backslash escapes"; GitHub Flavored Markdown, "Tables".
public final class Markdown {
    private static final String ACTING = "\\`*_{}[]()!|~$";

    private static final String NO_WIDTH = "&#8203;";

    private Markdown() {}

    /// The text as itself, on one line, also inside a table.
    ///
    /// Letters and digits stay, everything that could act is escaped: emphasis, links, addresses,
    /// mentions, references to issues, HTML. `<`, `>` and `&` become entities, for readers that ignore
    /// backslashes before them; mentions and addresses are broken by a space of no width.
    public static String text(String text) {
        String shown = Printable.of(text);
        StringBuilder escaped = new StringBuilder(shown.length() + 16);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '@', '#' ->
                        escaped.append('\\').append(c).append(isInWord(shown, i) ? "" : NO_WIDTH);
                case ':' -> escaped.append(shown.startsWith("/", i + 1) ? ":" + NO_WIDTH : ":");
                default -> escaped.append(acts(shown, i) ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    private static boolean isInWord(String text, int at) {
        return at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
    }

    private static boolean acts(String text, int at) {
        char c = text.charAt(at);
        return switch (c) {
            case '.' -> !isBetween(text, at) || text.regionMatches(true, at - 3, "www", 0, 3);
            case '-', '+' -> !isBetween(text, at);
            default -> ACTING.indexOf(c) >= 0;
        };
    }

    /// Between letters or digits a dot, hyphen or plus is plain.
    private static boolean isBetween(String text, int at) {
        return isInWord(text, at)
                && at + 1 < text.length()
                && Character.isLetterOrDigit(text.charAt(at + 1));
    }

    /// A link where the address is one of the web, else the text alone.
    public static String link(String text, String url) {
        boolean safe = Uris.isWeb(url) && url.indexOf(')') < 0 && url.indexOf('(') < 0;
        return safe ? "[" + text(text) + "](" + url + ")" : text(text);
    }
}
