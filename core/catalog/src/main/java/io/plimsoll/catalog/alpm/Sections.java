package io.plimsoll.catalog.alpm;

import io.plimsoll.catalog.CatalogFile;
import io.plimsoll.catalog.ProblemList;
import io.plimsoll.catalog.text.LineReader;
import io.plimsoll.model.Limit;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// The sections of one file: a line `%NAME%`, then a value a line, then an empty line.
final class Sections {
    private static final String FILES = "FILES";

    /// Values of one section; real packages have a few hundred.
    private static final int MAX_VALUES = 100_000;

    private final Map<String, List<String>> values;

    private Sections(Map<String, List<String>> values) {
        this.values = Map.copyOf(values);
    }

    /// Reads some sections of a file.
    ///
    /// @param wanted names without the percent signs
    static Sections read(CatalogFile file, Set<String> wanted, ProblemList problems)
            throws IOException, InterruptedException {
        Map<String, List<String>> values = new HashMap<>();
        walk(
                file,
                problems,
                (section, value) -> {
                    if (wanted.contains(section)) {
                        List<String> all = values.computeIfAbsent(section, _ -> new ArrayList<>());
                        if (all.size() < MAX_VALUES) {
                            all.add(value);
                        } else {
                            problems.malformed("more than 100,000 values of %" + section + "%");
                        }
                    }
                });
        return new Sections(values);
    }

    /// Reads the list of files without keeping it. Folders, which end with a slash, are left out:
    /// many packages share them.
    ///
    /// @param paths receives relative paths
    static void readFiles(CatalogFile file, ProblemList problems, Consumer<String> paths)
            throws IOException, InterruptedException {
        walk(
                file,
                problems,
                (section, value) -> {
                    if (section.equals(FILES) && !value.endsWith("/")) {
                        paths.accept(value);
                    }
                });
    }

    /// The first value of a section; empty where there is none.
    String first(String section) {
        List<String> all = all(section);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /// The values of a section.
    List<String> all(String section) {
        return values.getOrDefault(section, List.of());
    }

    private static void walk(
            CatalogFile file, ProblemList problems, BiConsumer<String, String> values)
            throws IOException, InterruptedException {
        String section = "";
        try (LineReader lines = new LineReader(file.stream(), file.limits())) {
            while (lines.next()) {
                String where = "line " + lines.number();
                int last = lines.length() - 1;
                if (lines.isTooLong()) {
                    problems.limit(Limit.LINE_LENGTH, file.limits(), where);
                } else if (lines.isBlank()) {
                    section = "";
                } else if (last > 1 && lines.at(0) == '%' && lines.at(last) == '%') {
                    section = lines.text(1, last);
                } else if (section.isEmpty()) {
                    String text = ProblemList.quote(lines.text());
                    problems.malformed(where + ": a value outside of a section: " + text);
                } else {
                    values.accept(section, lines.trimmed(0, lines.length()));
                }
            }
        }
    }
}
