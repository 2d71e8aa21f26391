package io.plimsoll.report.spdx;

import io.plimsoll.report.common.Hashes;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Declared licences as licence expressions. What is none becomes a reference to its own text.
///
/// Source: SPDX 2.3, annex D; `licenses.txt` holds the ids of the SPDX licence list 3.28, licences and
/// exceptions.
final class Licenses {
    static final String NONE_STATED = "NOASSERTION";
    private static final int HASH = 12;

    private final Map<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, String> texts = new TreeMap<>();

    Licenses() {
        try (InputStream in = Licenses.class.getResourceAsStream("licenses.txt")) {
            String list =
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            list.lines().forEach(id -> known.put(id, id));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// All of a package's licences in one expression.
    String expression(List<String> declared) {
        if (declared.isEmpty()) {
            return NONE_STATED;
        }
        List<String> parts = new ArrayList<>();
        for (String each : declared) {
            String part = each.isBlank() ? NONE_STATED : new Parser(tokens(each)).whole(each);
            boolean several = declared.size() > 1 && part.indexOf(' ') >= 0;
            parts.add(several ? "(" + part + ")" : part);
        }
        return parts.contains(NONE_STATED) ? NONE_STATED : String.join(" AND ", parts);
    }

    /// The texts that expressions refer to, by their `LicenseRef-…`.
    Map<String, String> texts() {
        return texts;
    }

    private String reference(String text) {
        String id = "LicenseRef-" + Hashes.of(text).substring(0, HASH);
        texts.put(id, text);
        return id;
    }

    private static List<String> tokens(String text) {
        String spaced = text.replace("(", " ( ").replace(")", " ) ").strip();
        return List.of(spaced.split("\\s+", -1));
    }

    /// Reads one expression, and writes known ids as the list does.
    private final class Parser {
        private final List<String> tokens;
        private final List<String> written = new ArrayList<>();
        private int at;

        Parser(List<String> tokens) {
            this.tokens = tokens;
        }

        String whole(String text) {
            boolean valid = expression(0) && at == tokens.size();
            return valid
                    ? String.join(" ", written).replace("( ", "(").replace(" )", ")")
                    : reference(text);
        }

        private boolean expression(int depth) {
            if (depth > 100 || !term(depth)) {
                return false;
            }
            while (accept("AND") || accept("OR")) {
                if (!term(depth)) {
                    return false;
                }
            }
            return true;
        }

        private boolean term(int depth) {
            if (accept("(")) {
                return expression(depth + 1) && accept(")");
            }
            return id() && (!accept("WITH") || id());
        }

        private boolean accept(String word) {
            if (at < tokens.size() && tokens.get(at).equals(word)) {
                written.add(tokens.get(at++));
                return true;
            }
            return false;
        }

        private boolean id() {
            if (at == tokens.size()) {
                return false;
            }
            String token = tokens.get(at);
            boolean later = token.endsWith("+") && !known.containsKey(token);
            String id = known.get(later ? token.substring(0, token.length() - 1) : token);
            if (id == null) {
                return false;
            }
            written.add(later ? id + "+" : id);
            at++;
            return true;
        }
    }
}
