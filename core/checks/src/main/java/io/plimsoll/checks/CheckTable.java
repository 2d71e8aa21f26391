package io.plimsoll.checks;

import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What is known about each check, by its id: the resource `checks.tsv`, whose columns are the id, the
/// severity, the aliases with spaces between them, and the summary.
public final class CheckTable {
    private static final int COLUMNS = 4;

    private final Map<String, CheckInfo> checks;

    private CheckTable(Map<String, CheckInfo> checks) {
        this.checks = checks;
    }

    public static CheckTable load() {
        try (InputStream in = CheckTable.class.getResourceAsStream("checks.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks checks.tsv");
            }
            Map<String, CheckInfo> checks = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(CheckTable::row)
                    .forEach(each -> checks.put(each.id(), each));
            return new CheckTable(checks);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// All of them, by id.
    public List<CheckInfo> all() {
        return List.copyOf(checks.values());
    }

    /// What is known about a check.
    ///
    /// @throws IllegalArgumentException if there is no row for it
    CheckInfo of(Check check) {
        CheckInfo info = checks.get(check.id());
        if (info == null) {
            throw new IllegalArgumentException("checks.tsv has no row for '" + check.id() + "'");
        }
        return info;
    }

    private static CheckInfo row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("a bad row in checks.tsv: '" + line + "'");
        }
        List<String> aliases = cells[2].isEmpty() ? List.of() : Arrays.asList(cells[2].split(" "));
        return new CheckInfo(
                cells[0], Severity.valueOf(cells[1].toUpperCase(Locale.ROOT)), aliases, cells[3]);
    }
}
