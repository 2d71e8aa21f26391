package io.plimsoll.checks.secrets;

import io.plimsoll.model.Severity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The rules of the resource `secrets.tsv`: id, severity, title, keywords with commas between them,
/// entropy, pattern. A row whose keywords begin with `~` finds
/// them in any case; with `^`, every match begins with one. Lines that begin with
/// `#` are comments.
final class SecretRules {
    private static final int COLUMNS = 6;

    private SecretRules() {}

    static List<SecretRule> load() {
        try (InputStream in = SecretRules.class.getResourceAsStream("secrets.tsv")) {
            if (in == null) {
                throw new IllegalStateException("the program lacks secrets.tsv");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(SecretRules::row)
                    .toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static SecretRule row(String line) {
        String[] cells = line.split("\t", -1);
        if (cells.length != COLUMNS) {
            throw new IllegalStateException("a bad row in secrets.tsv: '" + line + "'");
        }
        boolean anyCase = cells[3].startsWith("~");
        boolean atStart = cells[3].startsWith("^");
        return new SecretRule(
                cells[0],
                cells[2],
                Severity.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                Arrays.asList(cells[3].substring(anyCase || atStart ? 1 : 0).split(",", -1)),
                anyCase,
                atStart,
                cells[5],
                Double.parseDouble(cells[4]));
    }
}
