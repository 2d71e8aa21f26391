package io.plimsoll.catalog.java;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The Maven artifacts that advisories name, and where the classes of some groups lie: the tables
/// `artifacts.tsv` and `class-roots.tsv`.
final class KnownArtifacts {
    private final Map<String, List<String>> groups;
    private final Map<String, List<String>> roots;

    private KnownArtifacts(Map<String, List<String>> groups, Map<String, List<String>> roots) {
        this.groups = groups;
        this.roots = roots;
    }

    /// The tables that ship inside, read when the first archive without coordinates is met.
    static KnownArtifacts shipped() {
        return Shipped.TABLES;
    }

    /// The groups that have an artifact of this name, in order; none where no advisory names it.
    List<String> groups(String artifact) {
        return groups.getOrDefault(artifact, List.of());
    }

    /// Java packages in which a group has its classes although its name differs.
    List<String> roots(String group) {
        return roots.getOrDefault(group, List.of());
    }

    private static Map<String, List<String>> read(String name) {
        Map<String, List<String>> table = new HashMap<>();
        InputStream resource = KnownArtifacts.class.getResourceAsStream(name);
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(resource, name), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int tab = line.indexOf('\t');
                if (tab > 0 && line.charAt(0) != '#') {
                    table.put(
                            line.substring(0, tab),
                            List.of(line.substring(tab + 1).split(",", -1)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("resource " + name, e);
        }
        return table;
    }

    private static final class Shipped {
        private static final KnownArtifacts TABLES =
                new KnownArtifacts(read("artifacts.tsv"), read("class-roots.tsv"));
    }
}
