package io.plimsoll.catalog.os;

import io.plimsoll.model.Distribution;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Reads files of shell assignments: `os-release(5)`, and `lsb-release` before it.
final class OsRelease {
    private OsRelease() {}

    static Optional<Distribution> read(List<String> lines, String path) {
        Map<String, String> values = assignments(lines);
        String id = values.getOrDefault("ID", "").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Distribution(
                        id,
                        values.getOrDefault("VERSION_ID", ""),
                        values.getOrDefault("PRETTY_NAME", values.getOrDefault("NAME", id)),
                        codename(values),
                        words(values.getOrDefault("ID_LIKE", "")),
                        path));
    }

    static Optional<Distribution> readLsb(List<String> lines, String path) {
        Map<String, String> values = assignments(lines);
        String id = values.getOrDefault("DISTRIB_ID", "").toLowerCase(Locale.ROOT);
        if (id.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new Distribution(
                        id,
                        values.getOrDefault("DISTRIB_RELEASE", ""),
                        values.getOrDefault("DISTRIB_DESCRIPTION", id),
                        values.getOrDefault("DISTRIB_CODENAME", ""),
                        List.of(),
                        path));
    }

    /// `VERSION_CODENAME`, or the word in parentheses of `VERSION` that older releases have.
    private static String codename(Map<String, String> values) {
        String codename = values.getOrDefault("VERSION_CODENAME", "");
        String version = values.getOrDefault("VERSION", "");
        int open = version.indexOf('(');
        int close = version.indexOf(')', Math.max(open, 0));
        if (!codename.isEmpty() || open < 0 || close < 0) {
            return codename;
        }
        return version.substring(open + 1, close).toLowerCase(Locale.ROOT);
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+", -1));
    }

    /// The values by name; of two with one name the later counts, as for a shell.
    static Map<String, String> assignments(List<String> lines) {
        Map<String, String> values = new HashMap<>();
        for (String line : lines) {
            int equals = line.indexOf('=');
            if (equals > 0 && line.charAt(0) != '#') {
                values.put(line.substring(0, equals).strip(), unquote(line.substring(equals + 1)));
            }
        }
        return values;
    }

    private static String unquote(String value) {
        String text = value.strip();
        int last = text.length() - 1;
        boolean quoted =
                last > 0
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(last) == text.charAt(0);
        if (!quoted) {
            return text;
        }
        StringBuilder plain = new StringBuilder();
        for (int i = 1; i < last; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < last) {
                i++;
                c = text.charAt(i);
            }
            plain.append(c);
        }
        return plain.toString();
    }
}
