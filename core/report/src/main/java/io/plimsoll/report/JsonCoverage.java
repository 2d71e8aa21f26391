package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.ScanReport;
import java.time.LocalDate;

/// The member `coverage` of the JSON report.
final class JsonCoverage {
    private JsonCoverage() {}

    static void write(ScanReport report, JsonWriter json) {
        Coverage coverage = Coverage.of(report);
        json.object(
                "coverage",
                () -> {
                    json.number("packages", coverage.packages());
                    json.number("assessed", coverage.assessed());
                    json.array(
                            "notAssessed",
                            coverage.notAssessed().entrySet(),
                            each ->
                                    json.object(() -> {
                                        json.text("reason", each.getKey());
                                        json.number("count", each.getValue());
                                    }));
                    json.number(
                            "unownedExecutables", report.inventory().unownedExecutables().size());
                    json.texts("endOfLife", coverage.endOfLife());
                    json.textOrNull(
                            "oldestData", report.oldestData().map(LocalDate::toString).orElse(""));
                });
    }
}
