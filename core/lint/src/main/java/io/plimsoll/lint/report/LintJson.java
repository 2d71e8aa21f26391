package io.plimsoll.lint.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import io.plimsoll.model.Problem;
import java.io.OutputStream;
import java.util.List;

/// Our own JSON: `plimsoll-lint/1`, and `plimsoll-lints/1` for several files.
///
/// Source: `docs/lint-schema.json`.
final class LintJson {
    private final JsonWriter json;
    private final String version;

    private LintJson(JsonWriter json, String version) {
        this.json = json;
        this.version = version;
    }

    static void write(List<LintReport> reports, String version, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            LintJson writer = new LintJson(json, version);
            if (reports.size() == 1) {
                writer.report(reports.getFirst());
            } else {
                json.object(() -> {
                    json.text("schema", "plimsoll-lints/1");
                    json.array("reports", reports, writer::report);
                });
            }
        }
    }

    private void report(LintReport report) {
        json.object(() -> {
            json.text("schema", "plimsoll-lint/1");
            json.object(
                    "tool",
                    () -> {
                        json.text("name", "plimsoll");
                        json.text("version", version);
                    });
            json.text("file", report.path());
            json.array("findings", report.findings(), this::finding);
            json.array(
                    "suppressed",
                    report.suppressed(),
                    each ->
                            json.object(() -> {
                                json.object("finding", () -> members(each.finding()));
                                json.text("by", each.by());
                            }));
            json.array("problems", report.problems(), each -> problem(each.of(report.path())));
        });
    }

    private void finding(LintFinding finding) {
        json.object(() -> members(finding));
    }

    private void members(LintFinding finding) {
        json.text("rule", finding.rule().id());
        json.texts("aliases", finding.rule().aliases());
        json.text("severity", finding.rule().level().word());
        json.text("message", finding.violation().message());
        json.text("page", finding.rule().page());
        json.number("line", finding.span().line());
        json.number("column", finding.span().column());
        json.number("endLine", finding.end().line());
        json.number("endColumn", finding.end().column());
        json.textOrNull("stage", finding.stage());
        if (finding.violation().fix().isEmpty()) {
            json.nothing("fix");
        } else {
            json.array(
                    "fix",
                    finding.violation().fix(),
                    edit ->
                            json.object(() -> {
                                json.number("start", edit.start());
                                json.number("end", edit.end());
                                json.text("text", edit.text());
                            }));
        }
    }

    private void problem(Problem problem) {
        json.object(() -> {
            json.text("path", problem.path());
            json.nothing("layer");
            json.text("component", problem.component());
            json.text("kind", problem.kind().word());
            json.text("reason", problem.reason());
        });
    }
}
