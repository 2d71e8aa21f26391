package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;

/// The members `checks`, `secretSearch` and `space` of the JSON report, which are there where checks
/// were asked for.
final class JsonChecks {
    private static final double EXACT = 10_000;

    private JsonChecks() {}

    static void write(ScanReport report, JsonWriter json) {
        if (report.checks().isEmpty()) {
            return;
        }
        ImageChecks checks = report.checks().get();
        json.array("checks", checks.results(), each -> json.object(() -> result(each, json)));
        json.object("secretSearch", () -> search(checks.search(), json));
        if (checks.space().isPresent()) {
            json.object("space", () -> space(checks.space().get(), json));
        }
    }

    private static void result(CheckResult result, JsonWriter json) {
        json.text("id", result.check().id());
        json.texts("aliases", result.check().aliases());
        json.text("severity", result.severity().word());
        json.text("state", result.state().word());
        json.textOrNull("why", result.why());
        json.text("summary", result.check().summary());
        json.text("page", result.check().page());
        json.array("findings", result.findings(), each -> json.object(() -> finding(each, json)));
    }

    private static void finding(CheckFinding finding, JsonWriter json) {
        json.text("severity", finding.severity().word());
        json.text("message", finding.message());
        json.textIfAny("rule", finding.rule());
        json.textOrNull("path", finding.path());
        if (finding.line() > 0) {
            json.number("line", finding.line());
        }
        json.textOrNull("layer", finding.layer().map(Digest::toString).orElse(""));
        if (finding.bytes() > 0) {
            json.number("bytes", finding.bytes());
        }
    }

    private static void search(ImageChecks.Search search, JsonWriter json) {
        json.number("files", search.files());
        json.number("bytes", search.bytes());
        json.number("binaries", search.binaries());
        json.number("binaryBytes", search.binaryBytes());
        json.number("cut", search.cut());
        json.array(
                "notReported",
                search.notReported().entrySet(),
                each ->
                        json.object(() -> {
                            json.text("reason", each.getKey());
                            json.number("count", each.getValue());
                        }));
    }

    private static void space(ImageChecks.Space space, JsonWriter json) {
        json.number("bytes", space.bytes());
        json.number("wasted", space.wasted());
        json.number("efficiency", Math.round(space.efficiency() * EXACT) / EXACT);
        json.array(
                "layers",
                space.layers(),
                each ->
                        json.object(() -> {
                            json.textOrNull("layer", each.layer().map(Digest::toString).orElse(""));
                            json.number("bytes", each.bytes());
                            json.number("wasted", each.wasted());
                        }));
        json.array(
                "paths",
                space.worst(),
                each ->
                        json.object(() -> {
                            json.text("path", each.path());
                            json.number("bytes", each.bytes());
                            json.number("copies", each.copies());
                            json.truth("deleted", each.deleted());
                        }));
    }
}
