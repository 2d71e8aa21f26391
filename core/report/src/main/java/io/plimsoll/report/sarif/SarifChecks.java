package io.plimsoll.report.sarif;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.report.common.Hashes;
import io.plimsoll.report.common.Uris;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The checks that failed as rules, and what they found as results.
final class SarifChecks {
    private static final int LINE_HASH = 16;

    private final ScanReport report;
    private final List<CheckResult> failed;

    SarifChecks(ScanReport report) {
        this.report = report;
        this.failed = report.checks().map(ImageChecks::failed).orElse(List.of());
    }

    /// The rules, as writers of their members.
    List<Consumer<JsonWriter>> rules() {
        List<Consumer<JsonWriter>> rules = new ArrayList<>();
        for (CheckResult each : failed) {
            rules.add(json -> rule(each, json));
        }
        return rules;
    }

    private static void rule(CheckResult result, JsonWriter json) {
        CheckInfo check = result.check();
        json.text("id", check.id());
        json.text("name", "ImageCheck");
        SarifText.message("shortDescription", check.summary(), json);
        SarifText.message("fullDescription", check.summary(), json);
        json.object(
                "defaultConfiguration",
                () -> json.text("level", SarifRules.level(check.severity())));
        String help = check.summary() + " See " + check.page() + ".";
        json.object(
                "help",
                () -> {
                    json.text("text", SarifText.plain(help));
                    json.text("markdown", help);
                });
        json.object(
                "properties",
                () -> {
                    json.text("security-severity", score(result.severity()));
                    json.text("precision", "high");
                    json.texts("tags", List.of("security", "image", check.severity().word()));
                    json.texts("aliases", check.aliases());
                });
    }

    /// A number is all that code scanning sorts by: the middle of the range that CVSS 3.1 gives a
    /// severity.
    private static String score(Severity severity) {
        return switch (severity) {
            case CRITICAL -> "9.5";
            case HIGH -> "8.0";
            case MEDIUM -> "5.5";
            case LOW -> "2.0";
            case NEGLIGIBLE, UNKNOWN -> "0.0";
        };
    }

    /// The results, as writers of their members.
    ///
    /// @param first the index of the first rule of checks
    List<Consumer<JsonWriter>> results(int first) {
        List<Consumer<JsonWriter>> results = new ArrayList<>();
        for (int i = 0; i < failed.size(); i++) {
            int index = first + i;
            for (CheckFinding each : failed.get(i).findings()) {
                String id = failed.get(i).check().id();
                results.add(json -> result(id, index, each, json));
            }
        }
        return results;
    }

    private void result(String id, int index, CheckFinding finding, JsonWriter json) {
        json.text("ruleId", id);
        json.number("ruleIndex", index);
        json.text("level", SarifRules.level(finding.severity()));
        String where = finding.path().isEmpty() ? "" : finding.path() + ": ";
        SarifText.message("message", where + finding.message() + ".", json);
        json.array("locations", List.of(finding), only -> json.object(() -> place(only, json)));
        String print = Hashes.of(id, finding.rule(), finding.path(), finding.message());
        json.object(
                "partialFingerprints",
                () -> {
                    json.text("primaryLocationLineHash", print.substring(0, LINE_HASH) + ":1");
                    json.text("plimsollCheck/v1", print);
                });
        // All results have the member or none has (section 3.27.23).
        if (!report.assessment().suppressed().isEmpty()) {
            json.array("suppressions", List.of(), never -> {});
        }
        json.object(
                "properties",
                () -> {
                    json.text("severity", finding.severity().word());
                    json.textIfAny("rule", finding.rule());
                    json.textIfAny("layer", finding.layer().map(Digest::toString).orElse(""));
                });
    }

    private void place(CheckFinding finding, JsonWriter json) {
        boolean ofTarget = finding.path().isEmpty();
        json.object(
                "physicalLocation",
                () -> {
                    json.object(
                            "artifactLocation",
                            () -> {
                                json.text(
                                        "uri",
                                        Uris.relative(
                                                ofTarget
                                                        ? report.target().reference()
                                                        : finding.path()));
                                if (!ofTarget) {
                                    json.text("uriBaseId", SarifReport.ROOT);
                                }
                            });
                    json.object(
                            "region", () -> json.number("startLine", Math.max(1, finding.line())));
                });
    }
}
