package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.How;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import java.time.LocalDate;

/// The members `findings`, `undetermined` and `suppressed` of the JSON report.
final class JsonFindings {
    private JsonFindings() {}

    static void write(ScanReport report, JsonWriter json) {
        json.array(
                "findings",
                report.assessment().findings(),
                finding -> json.object(() -> write(finding, json)));
        json.array(
                "undetermined",
                report.assessment().undetermined(),
                each ->
                        json.object(() -> {
                            json.text("id", each.id());
                            json.text("package", each.packageId());
                            json.text("because", each.because());
                        }));
        json.array(
                "suppressed",
                report.assessment().suppressed(),
                each -> json.object(() -> write(each, json)));
    }

    private static void write(Suppressed suppressed, JsonWriter json) {
        json.object("finding", () -> write(suppressed.finding(), json));
        json.text("by", suppressed.by());
        json.textOrNull("reason", suppressed.reason());
        json.textOrNull("expires", suppressed.expires().map(LocalDate::toString).orElse(""));
    }

    private static void write(Finding finding, JsonWriter json) {
        json.text("id", finding.id());
        json.texts("aliases", finding.aliases());
        json.text("package", finding.packageId());
        json.textIfAny("title", finding.facts().title());
        json.text("severity", finding.severity().word());
        json.textOrNull("severitySource", finding.severitySource());
        facts(finding.facts(), json);
        json.object(
                "fix",
                () -> {
                    json.text("state", finding.fix().state().word());
                    json.texts("versions", finding.fix().versions());
                });
        how(finding.how(), json);
        json.text("origin", finding.origin().word());
        json.textOrNull("layer", finding.layer().map(Digest::toString).orElse(""));
        json.textOrNull("instruction", finding.instruction());
        json.texts("urls", finding.urls());
    }

    private static void facts(Finding.Facts facts, JsonWriter json) {
        json.array(
                "scores",
                facts.scores(),
                score ->
                        json.object(() -> {
                            json.text("source", score.source());
                            json.text("vector", score.vector());
                            json.number("score", score.value());
                        }));
        facts.epss()
                .ifPresentOrElse(
                        epss ->
                                json.object(
                                        "epss",
                                        () -> {
                                            json.number("score", epss.score());
                                            json.number("percentile", epss.percentile());
                                        }),
                        () -> json.nothing("epss"));
        json.textOrNull("kev", facts.knownExploited().map(LocalDate::toString).orElse(""));
        json.texts("cwes", facts.cwes().stream().map(cwe -> "CWE-" + cwe).toList());
        json.textOrNull("published", facts.published().map(LocalDate::toString).orElse(""));
        json.textOrNull("modified", facts.modified().map(LocalDate::toString).orElse(""));
    }

    private static void how(How how, JsonWriter json) {
        json.object(
                "how",
                () -> {
                    json.text("kind", how.kind().word());
                    json.text("advisory", how.advisory());
                    json.text("segment", how.segment());
                    json.text("range", how.range());
                    json.text("compared", how.compared());
                });
    }
}
