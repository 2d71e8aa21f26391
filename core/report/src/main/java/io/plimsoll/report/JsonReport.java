package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ScanReport;
import java.io.OutputStream;
import java.time.LocalDate;

/// The report as JSON, `plimsoll-report/1`.
///
/// Source: `docs/report-schema.json`.
final class JsonReport implements ReportFormat {
    static final String SCHEMA = "plimsoll-report/1";

    @Override
    public String name() {
        return "json";
    }

    @Override
    public void write(ScanReport report, View view, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> members(Filter.apply(report, view), json));
        }
    }

    private static void members(ScanReport report, JsonWriter json) {
        json.text("schema", SCHEMA);
        json.object(
                "tool",
                () -> {
                    json.text("name", "plimsoll");
                    json.text("version", report.toolVersion());
                });
        JsonTarget.write(report, json);
        json.array(
                "data",
                report.assessment().data(),
                data ->
                        json.object(() -> {
                            json.text("segment", data.segment());
                            json.text("source", data.source());
                            json.text("license", data.license());
                            json.textOrNull(
                                    "modified",
                                    data.modified().map(LocalDate::toString).orElse(""));
                            json.number("records", data.records());
                        }));
        JsonPackages.write(report, json);
        JsonFindings.write(report, json);
        JsonCoverage.write(report, json);
        JsonChecks.write(report, json);
        json.array(
                "problems",
                report.inventory().problems(),
                problem ->
                        json.object(() -> {
                            json.text("path", problem.path());
                            json.textOrNull(
                                    "layer", problem.layer().map(Digest::toString).orElse(""));
                            json.text("component", problem.component());
                            json.text("kind", problem.kind().word());
                            json.text("reason", problem.reason());
                        }));
    }
}
