package io.plimsoll.lint.report;

import io.plimsoll.dockerfile.Span;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.Level;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.RuleInfo;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// A SARIF run: a rule each rule that is broken, a result each finding, with its fix.
///
/// Source: SARIF 2.1.0 with Errata 01 (OASIS).
final class LintSarif {
    private final JsonWriter json;

    private LintSarif(JsonWriter json) {
        this.json = json;
    }

    /// A finding and the report that it is of.
    ///
    /// @param by what takes it out; empty where nothing does
    private record Result(LintReport report, LintFinding finding, String by) {}

    static void write(List<LintReport> reports, String version, OutputStream out) {
        try (JsonWriter writer = new JsonWriter(out)) {
            LintSarif sarif = new LintSarif(writer);
            writer.object(() -> {
                writer.text(
                        "$schema",
                        "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/"
                                + "sarif-schema-2.1.0.json");
                writer.text("version", "2.1.0");
                writer.array(
                        "runs",
                        List.of(reports),
                        each -> writer.object(() -> sarif.run(each, version)));
            });
        }
    }

    private void run(List<LintReport> reports, String version) {
        List<Result> results = reports.stream().flatMap(each -> results(each).stream()).toList();
        Map<String, RuleInfo> rules = new TreeMap<>();
        results.forEach(each -> rules.put(each.finding().rule().id(), each.finding().rule()));
        json.object(
                "tool",
                () ->
                        json.object(
                                "driver",
                                () -> {
                                    json.text("name", "Plimsoll lint");
                                    json.text("version", version);
                                    json.array("rules", rules.values(), this::rule);
                                }));
        json.array("results", results, this::result);
        json.text("columnKind", "utf16CodeUnits");
    }

    private static List<Result> results(LintReport report) {
        List<Result> results = new java.util.ArrayList<>();
        report.findings().forEach(each -> results.add(new Result(report, each, "")));
        report.suppressed()
                .forEach(each -> results.add(new Result(report, each.finding(), each.by())));
        return results;
    }

    private void rule(RuleInfo rule) {
        json.object(() -> {
            json.text("id", rule.id());
            message("shortDescription", rule.summary());
            json.object("defaultConfiguration", () -> json.text("level", level(rule.level())));
            json.object(
                    "properties",
                    () -> {
                        json.texts("tags", List.of("dockerfile"));
                        json.texts("aliases", rule.aliases());
                        json.text("page", rule.page());
                    });
        });
    }

    private void result(Result result) {
        LintFinding finding = result.finding();
        json.object(() -> {
            json.text("ruleId", finding.rule().id());
            json.text("level", level(finding.rule().level()));
            message("message", finding.violation().message());
            json.array(
                    "locations",
                    List.of(finding),
                    each ->
                            json.object(() ->
                                    json.object(
                                            "physicalLocation",
                                            () -> {
                                                artifact(result.report());
                                                region("region", each.span(), each.end());
                                            })));
            if (!result.by().isEmpty()) {
                json.array(
                        "suppressions",
                        List.of(result.by()),
                        by ->
                                json.object(() -> {
                                    json.text("kind", by.startsWith("#") ? "inSource" : "external");
                                    json.text("justification", by);
                                }));
            }
            if (!finding.violation().fix().isEmpty()) {
                json.array("fixes", List.of(result), this::fix);
            }
        });
    }

    private void fix(Result result) {
        json.object(() -> {
            message("description", result.finding().rule().summary());
            json.array(
                    "artifactChanges",
                    List.of(result),
                    each ->
                            json.object(() -> {
                                artifact(each.report());
                                json.array(
                                        "replacements",
                                        each.finding().violation().fix(),
                                        edit -> replacement(each.report(), edit));
                            }));
        });
    }

    private void replacement(LintReport report, Edit edit) {
        Span start = report.file().span(edit.start(), edit.end());
        json.object(() -> {
            region("deletedRegion", start, report.file().span(edit.end(), edit.end()));
            json.object("insertedContent", () -> json.text("text", edit.text()));
        });
    }

    private void region(String name, Span start, Span end) {
        json.object(
                name,
                () -> {
                    json.number("startLine", start.line());
                    json.number("startColumn", start.column());
                    json.number("endLine", end.line());
                    json.number("endColumn", end.column());
                });
    }

    private void artifact(LintReport report) {
        json.object("artifactLocation", () -> json.text("uri", uri(report.path())));
    }

    private void message(String name, String text) {
        json.object(name, () -> json.text("text", text));
    }

    private static String level(Level level) {
        return switch (level) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO, STYLE -> "note";
        };
    }

    /// A path as a relative or absolute reference of RFC 3986.
    private static String uri(String path) {
        StringBuilder uri = new StringBuilder(path.startsWith("/") ? "file://" : "");
        for (byte each : path.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (each & 0xff);
            boolean plain = c < 0x80 && (Character.isLetterOrDigit(c) || "-._~/".indexOf(c) >= 0);
            if (plain) {
                uri.append(c);
            } else {
                uri.append('%')
                        .append(Character.toUpperCase(Character.forDigit(c >> 4, 16)))
                        .append(Character.toUpperCase(Character.forDigit(c & 15, 16)));
            }
        }
        return uri.toString();
    }
}
