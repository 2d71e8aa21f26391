package io.plimsoll.report.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The names of weaknesses, the usual short ones.
///
/// Source: MITRE, Common Weakness Enumeration 4, in `weaknesses.tsv`; categories are left out.
public final class Weaknesses {
    private static final Map<Integer, String> NAMES = read();

    private Weaknesses() {}

    /// The name of a weakness; nothing for one that is not in the list.
    public static Optional<String> name(int cwe) {
        return Optional.ofNullable(NAMES.get(cwe));
    }

    /// The names of a vulnerability's weaknesses, `Out-of-bounds Read, Use After Free`; empty where
    /// none has one.
    public static String names(List<Integer> cwes) {
        List<String> names = new ArrayList<>();
        for (int cwe : cwes) {
            name(cwe).ifPresent(names::add);
        }
        return String.join(", ", names);
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
