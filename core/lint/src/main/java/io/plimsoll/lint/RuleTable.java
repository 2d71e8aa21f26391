package io.plimsoll.lint;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// What is known about each rule, by its id: the resource `rules.tsv`, whose columns are the id, the
/// level, the aliases with spaces between them, and the summary.
public final class RuleTable {
    private static final int COLUMNS = 4;

    private final Map<String, RuleInfo> rules;

    private RuleTable(Map<String, RuleInfo> rules) {
        this.rules = rules;
    }

    public static RuleTable load() {
        try (InputStream in = RuleTable.class.getResourceAsStream("rules.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks rules.tsv");
            }
            Map<String, RuleInfo> rules = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(RuleTable::row)
                    .forEach(each -> rules.put(each.id(), each));
            return new RuleTable(rules);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// All of them, by id.
    public List<RuleInfo> all() {
        return List.copyOf(rules.values());
    }

    /// What is known about a rule.
    ///
    /// @throws IllegalArgumentException if there is no row for it
    public RuleInfo of(Rule rule) {
        RuleInfo info = rules.get(rule.id());
        if (info == null) {
            throw new IllegalArgumentException("rules.tsv has no row for '" + rule.id() + "'");
        }
        return info;
    }

    private static RuleInfo row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("a bad row in rules.tsv: '" + line + "'");
        }
        List<String> aliases = cells[2].isEmpty() ? List.of() : Arrays.asList(cells[2].split(" "));
        return new RuleInfo(
                cells[0], Level.valueOf(cells[1].toUpperCase(Locale.ROOT)), aliases, cells[3]);
    }
}
