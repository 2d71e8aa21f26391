package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Finding;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.report.common.Uris;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The member `vulnerabilities` of a CycloneDX document: one entry a vulnerability, with all packages
/// that have it.
final class CycloneDxVulnerabilities {
    private CycloneDxVulnerabilities() {}

    static void write(ScanReport report, JsonWriter json) {
        Map<String, List<Finding>> byId = new TreeMap<>();
        for (Finding finding : report.assessment().findings()) {
            byId.computeIfAbsent(finding.id(), any -> new ArrayList<>()).add(finding);
        }
        if (byId.isEmpty()) {
            return;
        }
        json.array(
                "vulnerabilities",
                byId.values(),
                findings -> json.object(() -> write(findings, json)));
    }

    private static void write(List<Finding> findings, JsonWriter json) {
        Finding first = findings.getFirst();
        json.text("id", first.id());
        json.object("source", () -> json.text("name", first.how().segment()));
        if (!first.aliases().isEmpty()) {
            json.array(
                    "references",
                    first.aliases(),
                    alias ->
                            json.object(() -> {
                                json.text("id", alias);
                                json.object(
                                        "source", () -> json.text("name", first.how().segment()));
                            }));
        }
        json.array("ratings", ratings(first), rating -> rating.run(json));
        if (!first.facts().cwes().isEmpty()) {
            json.numbers("cwes", first.facts().cwes());
        }
        json.textIfAny("description", first.facts().title());
        List<String> urls = first.urls().stream().filter(Uris::isWeb).toList();
        if (!urls.isEmpty()) {
            json.array("advisories", urls, url -> json.object(() -> json.text("url", url)));
        }
        json.array("affects", findings, finding -> affects(finding, json));
    }

    private static void affects(Finding finding, JsonWriter json) {
        json.object(() -> json.text("ref", finding.packageId()));
    }

    private interface Rating {
        void run(JsonWriter json);
    }

    private static List<Rating> ratings(Finding finding) {
        List<Rating> ratings = new ArrayList<>();
        ratings.add(json ->
                json.object(() -> {
                    json.object("source", () -> json.text("name", source(finding)));
                    json.text("severity", severity(finding.severity()));
                }));
        for (Score score : finding.facts().scores()) {
            ratings.add(json ->
                    json.object(() -> {
                        json.object("source", () -> json.text("name", score.source()));
                        json.number("score", score.value());
                        json.text("method", method(score));
                        json.text("vector", score.vector());
                    }));
        }
        return ratings;
    }

    private static String source(Finding finding) {
        return finding.severitySource().isEmpty()
                ? finding.how().segment()
                : finding.severitySource();
    }

    private static String severity(Severity severity) {
        return severity == Severity.NEGLIGIBLE ? "info" : severity.word();
    }

    private static String method(Score score) {
        return switch (score.version()) {
            case "4.0" -> "CVSSv4";
            case "3.1" -> "CVSSv31";
            case "3.0" -> "CVSSv3";
            default -> "CVSSv2";
        };
    }
}
