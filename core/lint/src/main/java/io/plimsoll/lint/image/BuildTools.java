package io.plimsoll.lint.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Which packages are there to build programs with, by the resource `build-tools.tsv`: package type and
/// a regular expression of names, with a tab between them.
///
/// Source: the package lists of Debian 12, Alpine 3.20 and Fedora 40; sections `devel`, `libdevel` and
/// `vcs` of Debian's.
public final class BuildTools {
    private record Row(String type, Pattern names) {}

    private final List<Row> rows;

    private BuildTools(List<Row> rows) {
        this.rows = List.copyOf(rows);
    }

    public static BuildTools load() {
        try (InputStream in = BuildTools.class.getResourceAsStream("build-tools.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks build-tools.tsv");
            }
            List<Row> rows = new ArrayList<>();
            for (String line :
                    new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
                int tab = line.indexOf('\t');
                if (!line.startsWith("#") && tab > 0) {
                    rows.add(
                            new Row(
                                    line.substring(0, tab),
                                    Pattern.compile(line.substring(tab + 1))));
                }
            }
            return new BuildTools(rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// Whether a package is one.
    ///
    /// @param type `deb`, `apk` or `rpm`
    public boolean has(String type, String name) {
        return rows.stream()
                .anyMatch(row -> row.type().equals(type) && row.names().matcher(name).matches());
    }
}
