package io.plimsoll.report.compare;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Severity;
import io.plimsoll.report.compare.Comparison.Change;
import io.plimsoll.report.compare.Comparison.Versions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A comparison as text, as Markdown for a pull request, and as JSON.
public final class ComparisonReports {
    /// The formats by name.
    public static final List<String> FORMATS = List.of("text", "json", "markdown");

    private ComparisonReports() {}

    /// Writes it.
    ///
    /// @param format one of {@link #FORMATS}
    /// @throws IOException if the bytes could not be written
    public static void write(Comparison comparison, String format, OutputStream out)
            throws IOException {
        if (format.equals("json")) {
            json(comparison, out);
            return;
        }
        List<String> lines = format.equals("markdown") ? markdown(comparison) : text(comparison);
        out.write((String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// `2 new (1 critical, 1 high), 1 gone, 0 changed, 5 as before`.
    public static String answer(Comparison comparison) {
        return comparison.appeared().size()
                + " new"
                + severities(comparison.appeared())
                + ", "
                + comparison.gone().size()
                + " gone"
                + severities(comparison.gone())
                + ", "
                + comparison.changed().size()
                + " changed, "
                + comparison.unchanged()
                + " as before";
    }

    private static String severities(List<Change> changes) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        changes.forEach(each -> counts.merge(each.entry().severity(), 1, Integer::sum));
        List<String> words = new ArrayList<>();
        counts.forEach((severity, count) -> words.add(count + " " + severity.word()));
        return words.isEmpty() ? "" : " (" + String.join(", ", words) + ")";
    }

    private static List<String> text(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add(
                Printable.of(comparison.before().name())
                        + " -> "
                        + Printable.of(comparison.after().name()));
        lines.add(answer(comparison));
        section("New", comparison.appeared(), lines);
        section("Gone", comparison.gone(), lines);
        section("Changed", comparison.changed(), lines);
        if (!comparison.packages().isEmpty()) {
            lines.add("");
            lines.add("Packages");
            comparison
                    .packages()
                    .forEach((name, versions) ->
                            lines.add("  " + Printable.of(name + "  " + versions(versions))));
        }
        return lines;
    }

    private static void section(String title, List<Change> changes, List<String> lines) {
        if (changes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add(title);
        for (Change change : changes) {
            String severity = change.entry().severity().word();
            lines.add(
                    "  "
                            + severity
                            + " ".repeat(Math.max(1, 11 - severity.length()))
                            + Printable.of(
                                    change.entry().id()
                                            + "  "
                                            + change.entry().installed()
                                            + " "
                                            + change.entry().version()
                                            + "  "
                                            + change.reason()));
        }
    }

    private static String versions(Versions versions) {
        if (versions.before().isEmpty()) {
            return "new in " + String.join(", ", versions.after());
        }
        return versions.after().isEmpty()
                ? "gone, was " + String.join(", ", versions.before())
                : String.join(", ", versions.before())
                        + " -> "
                        + String.join(", ", versions.after());
    }

    private static List<String> markdown(Comparison comparison) {
        List<String> lines = new ArrayList<>();
        lines.add("### Vulnerabilities: " + answer(comparison));
        lines.add("");
        lines.add(
                cell(comparison.before().name())
                        + " compared with "
                        + cell(comparison.after().name()));
        table("New", comparison.appeared(), lines);
        table("Gone", comparison.gone(), lines);
        table("Changed", comparison.changed(), lines);
        if (!comparison.packages().isEmpty()) {
            lines.add("");
            lines.add(
                    "<details><summary>"
                            + comparison.packages().size()
                            + " packages differ</summary>");
            lines.add("");
            lines.add("| package | change |");
            lines.add("|---|---|");
            comparison
                    .packages()
                    .forEach((name, versions) ->
                            lines.add("| " + cell(name) + " | " + cell(versions(versions)) + " |"));
            lines.add("");
            lines.add("</details>");
        }
        return lines;
    }

    private static void table(String title, List<Change> changes, List<String> lines) {
        if (changes.isEmpty()) {
            return;
        }
        lines.add("");
        lines.add("#### " + title);
        lines.add("");
        lines.add("| severity | id | package | version | why |");
        lines.add("|---|---|---|---|---|");
        for (Change change : changes) {
            lines.add(
                    "| "
                            + change.entry().severity().word()
                            + " | "
                            + cell(change.entry().id())
                            + " | "
                            + cell(change.entry().installed())
                            + " | "
                            + cell(change.entry().version())
                            + " | "
                            + cell(change.reason())
                            + " |");
        }
    }

    /// Text that Markdown and HTML take for nothing else.
    private static String cell(String text) {
        StringBuilder safe = new StringBuilder();
        for (char c : Printable.of(text).toCharArray()) {
            if ("\\`*_{}[]<>#|~&!@".indexOf(c) >= 0) {
                safe.append("&#").append((int) c).append(';');
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }

    private static void json(Comparison comparison, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("schema", "plimsoll-compare/1");
                json.text("before", comparison.before().name());
                json.text("after", comparison.after().name());
                json.number("unchanged", comparison.unchanged());
                changes("new", comparison.appeared(), json);
                changes("gone", comparison.gone(), json);
                changes("changed", comparison.changed(), json);
                json.array(
                        "packages",
                        comparison.packages().entrySet(),
                        each ->
                                json.object(() -> {
                                    json.text("package", each.getKey());
                                    json.texts("before", List.copyOf(each.getValue().before()));
                                    json.texts("after", List.copyOf(each.getValue().after()));
                                }));
            });
        }
    }

    private static void changes(String name, List<Change> changes, JsonWriter json) {
        json.array(
                name,
                changes,
                change ->
                        json.object(() -> {
                            json.text("id", change.entry().id());
                            json.texts("aliases", aliases(change));
                            json.text("package", change.entry().installed());
                            json.text("version", change.entry().version());
                            json.text("severity", change.entry().severity().word());
                            json.texts("fixedIn", change.entry().fixed());
                            json.text("reason", change.reason());
                        }));
    }

    private static List<String> aliases(Change change) {
        return change.entry().ids().stream().filter(id -> !id.equals(change.entry().id())).toList();
    }
}
