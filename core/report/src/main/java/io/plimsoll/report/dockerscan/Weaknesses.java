package io.plimsoll.report.dockerscan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// The names of weaknesses, the usual short ones.
///
/// Source: MITRE, Common Weakness Enumeration 4, in `weaknesses.tsv`; categories are left out.
final class Weaknesses {
    private static final Map<Integer, String> NAMES = read();

    private Weaknesses() {}

    static Optional<String> name(int cwe) {
        return Optional.ofNullable(NAMES.get(cwe));
    }

    private static Map<Integer, String> read() {
        try (InputStream in = Weaknesses.class.getResourceAsStream("weaknesses.tsv")) {
            Map<Integer, String> names = new HashMap<>();
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            text.lines()
                    .map(line -> line.split("\t", 2))
                    .forEach(row -> names.put(Integer.valueOf(row[0]), row[1]));
            return names;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
