package io.plimsoll.version;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The tables `versions/<scheme>.tsv`.
final class VersionTables {
    private VersionTables() {}

    /// @param operator `<`, `=`, or `!` for "left is no version because of right"
    record Row(String left, String operator, String right) {}

    static List<Row> rows(VersionScheme scheme) {
        String name = "/versions/" + scheme.id() + ".tsv";
        try (InputStream in =
                Objects.requireNonNull(VersionTables.class.getResourceAsStream(name), name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(VersionTables::row)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Row row(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        if (cells.size() < 3) {
            throw new IllegalArgumentException("less than three cells: '" + line + "'");
        }
        return new Row(cells.get(0), cells.get(1), cells.get(2));
    }

    static List<String> validVersions(VersionScheme scheme) {
        return rows(scheme).stream()
                .filter(row -> !row.operator().equals("!"))
                .flatMap(row -> List.of(row.left(), row.right()).stream())
                .distinct()
                .toList();
    }
}
