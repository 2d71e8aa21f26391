package io.plimsoll.report.sarif;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Printable;

/// Messages: a brace or a bracket in one acts unless it is escaped.
///
/// Source: SARIF 2.1.0, sections 3.11.5 "Messages with placeholders" and 3.11.6 "Messages with
/// embedded links".
final class SarifText {
    private SarifText() {}

    static void message(String name, String text, JsonWriter json) {
        json.object(name, () -> json.text("text", plain(text)));
    }

    static String plain(String text) {
        String shown = Printable.lines(text);
        StringBuilder escaped = new StringBuilder(shown.length() + 8);
        for (int i = 0; i < shown.length(); i++) {
            char c = shown.charAt(i);
            switch (c) {
                case '{', '}' -> escaped.append(c).append(c);
                case '[', ']', '\\' -> escaped.append('\\').append(c);
                default -> escaped.append(c);
            }
        }
        return escaped.toString();
    }
}
