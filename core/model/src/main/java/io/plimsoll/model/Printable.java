package io.plimsoll.model;

import java.util.Locale;

/// Makes text that an attacker may have written safe to show on a terminal.
public final class Printable {
    private static final String SHORTENED = "…";

    private Printable() {}

    /// The text with a visible escape, such as `\u001b`, for each character that would act on a
    /// terminal or change the order of the text instead of being seen: controls, line breaks,
    /// directional and other format characters, halves of surrogate pairs.
    public static String of(String text) {
        int first = firstHidden(text);
        if (first == text.length()) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); ) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isHidden(c)) {
                shown.append(String.format(Locale.ROOT, c > 0xffff ? "\\u{%x}" : "\\u%04x", c));
            } else {
                shown.appendCodePoint(c);
            }
        }
        return shown.toString();
    }

    /// The same for a text of several lines: its line feeds stay.
    public static String lines(String text) {
        StringBuilder shown = new StringBuilder();
        int start = 0;
        for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
            shown.append(of(text.substring(start, end))).append('\n');
            start = end + 1;
        }
        return shown.append(of(text.substring(start))).toString();
    }

    /// The beginning of a text, for messages.
    ///
    /// @param most characters that are kept
    public static String beginning(String text, int most) {
        return of(text.length() <= most ? text : text.substring(0, most) + SHORTENED);
    }

    private static int firstHidden(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || (c > '~' && isHidden(text.codePointAt(i)))) {
                return i;
            }
            i += Character.isHighSurrogate(c) ? 1 : 0;
        }
        return text.length();
    }

    private static boolean isHidden(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR ->
                    true;
            default -> false;
        };
    }
}
