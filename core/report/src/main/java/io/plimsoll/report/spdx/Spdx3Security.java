package io.plimsoll.report.spdx;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Epss;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.report.common.Hashes;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.Sentences;
import io.plimsoll.report.spdx.Spdx3.Element;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/// The security profile: vulnerabilities, their scores, and what is said of packages.
///
/// Source: SPDX specification 3.0.1, profile "Security".
final class Spdx3Security {
    private static final int HASH = 16;
    private static final String KEV =
            "https://www.cisa.gov/known-exploited-vulnerabilities-catalog";

    private final ScanReport report;
    private final String namespace;
    private final Map<String, String> packageIds;

    Spdx3Security(ScanReport report, String namespace) {
        this.report = report;
        this.namespace = namespace;
        this.packageIds = SpdxDocument.ids(report);
    }

    /// What is said of a vulnerability in packages.
    ///
    /// @param id names the kind of statement
    /// @param to the packages' ids in the document
    private record Statement(
            String vulnerability, String id, String kind, String relationship, List<String> to) {}

    void addTo(List<Element> elements) {
        Map<String, List<Finding>> byId = new TreeMap<>();
        Stream.concat(
                        report.assessment().findings().stream(),
                        report.assessment().suppressed().stream().map(Suppressed::finding))
                .forEach(each ->
                        byId.computeIfAbsent(each.id(), any -> new ArrayList<>()).add(each));
        for (List<Finding> findings : byId.values()) {
            Finding first = findings.getFirst();
            elements.add(
                    new Element(
                            name(first.id()),
                            "security_Vulnerability",
                            json -> vulnerability(first, json)));
            scores(first, packages(findings), elements);
        }
        report.assessment().findings().forEach(each -> elements.add(affected(each)));
        report.assessment().suppressed().forEach(each -> elements.add(notAffected(each)));
        undetermined(byId, elements);
    }

    private List<String> packages(List<Finding> findings) {
        return findings.stream().map(Finding::packageId).map(this::part).distinct().toList();
    }

    private String part(String packageId) {
        return packageIds.getOrDefault(packageId, SpdxDocument.TARGET);
    }

    private static String name(String vulnerability) {
        return "Vulnerability-" + Hashes.of(vulnerability).substring(0, HASH);
    }

    private static void vulnerability(Finding finding, JsonWriter json) {
        json.text("name", Printable.of(finding.id()));
        json.textIfAny("summary", Printable.of(finding.facts().title()));
        List<String> ids = new ArrayList<>(List.of(finding.id()));
        ids.addAll(finding.aliases());
        json.array("externalIdentifier", ids, id -> json.object(() -> identifier(id, json)));
        if (!Links.all(finding).isEmpty()) {
            json.array(
                    "externalRef",
                    Links.all(finding),
                    url ->
                            json.object(() -> {
                                json.text("type", "ExternalRef");
                                json.text("externalRefType", "securityAdvisory");
                                json.texts("locator", List.of(url));
                            }));
        }
        finding.facts()
                .published()
                .ifPresent(day -> json.text("security_publishedTime", midnight(day)));
        finding.facts()
                .modified()
                .ifPresent(day -> json.text("security_modifiedTime", midnight(day)));
    }

    private static void identifier(String id, JsonWriter json) {
        json.text("type", "ExternalIdentifier");
        json.text("externalIdentifierType", id.startsWith("CVE-") ? "cve" : "securityOther");
        json.text("identifier", Printable.of(id));
        json.texts("identifierLocator", List.of(Links.of(id)));
    }

    private static String midnight(LocalDate day) {
        return day + "T00:00:00Z";
    }

    private void scores(Finding finding, List<String> packages, List<Element> elements) {
        int number = 0;
        for (Score score : finding.facts().scores()) {
            String kind = "V" + score.version().charAt(0);
            elements.add(
                    assessment(
                            new Statement(
                                    finding.id(),
                                    "Score-" + ++number,
                                    "Cvss" + kind,
                                    "hasAssessmentFor",
                                    packages),
                            json -> score(score, json)));
        }
        finding.facts()
                .epss()
                .ifPresent(epss ->
                        elements.add(
                                assessment(
                                        new Statement(
                                                finding.id(),
                                                "Epss",
                                                "Epss",
                                                "hasAssessmentFor",
                                                packages),
                                        json -> epss(epss, json))));
        finding.facts()
                .knownExploited()
                .ifPresent(day ->
                        elements.add(
                                assessment(
                                        new Statement(
                                                finding.id(),
                                                "Kev",
                                                "ExploitCatalog",
                                                "hasAssessmentFor",
                                                packages),
                                        json -> exploited(day, json))));
    }

    private static void score(Score score, JsonWriter json) {
        json.number("security_score", score.value());
        if (!score.version().startsWith("2")) {
            Severity severity = Severity.ofScore(score.value());
            json.text(
                    "security_severity",
                    severity == Severity.NEGLIGIBLE ? "none" : severity.word());
        }
        json.text("security_vectorString", score.vector());
        json.text("comment", Printable.of(score.source()));
    }

    private static void epss(Epss epss, JsonWriter json) {
        json.number("security_probability", epss.score());
        json.number("security_percentile", epss.percentile());
    }

    private static void exploited(LocalDate day, JsonWriter json) {
        json.text("security_catalogType", "kev");
        json.truth("security_exploited", true);
        json.text("security_locator", KEV);
        json.text("security_publishedTime", midnight(day));
    }

    private Element affected(Finding finding) {
        return assessment(
                new Statement(
                        finding.id(),
                        "Affects-" + part(finding.packageId()),
                        "VexAffected",
                        "affects",
                        List.of(part(finding.packageId()))),
                json ->
                        json.text(
                                "security_actionStatement",
                                Sentences.capital(Sentences.remedy(finding))));
    }

    /// What a list of the user's own leaves out is affected all the same, by whatever is said of it.
    private Element notAffected(Suppressed suppressed) {
        boolean vex = suppressed.by().toLowerCase(Locale.ROOT).contains("vex");
        Finding finding = suppressed.finding();
        String reason = suppressed.reason().isEmpty() ? "" : ": " + suppressed.reason();
        String words = Printable.of("Suppressed by " + suppressed.by() + reason);
        return assessment(
                new Statement(
                        finding.id(),
                        "Suppressed-" + part(finding.packageId()),
                        vex ? "VexNotAffected" : "VexAffected",
                        vex ? "doesNotAffect" : "affects",
                        List.of(part(finding.packageId()))),
                json ->
                        json.text(
                                vex ? "security_impactStatement" : "security_actionStatement",
                                words));
    }

    private void undetermined(Map<String, List<Finding>> known, List<Element> elements) {
        TreeSet<String> others = new TreeSet<>();
        for (UndeterminedFinding each : report.assessment().undetermined()) {
            if (!known.containsKey(each.id()) && others.add(each.id())) {
                elements.add(
                        new Element(
                                name(each.id()),
                                "security_Vulnerability",
                                json -> {
                                    json.text("name", Printable.of(each.id()));
                                    json.array(
                                            "externalIdentifier",
                                            List.of(each.id()),
                                            id -> json.object(() -> identifier(id, json)));
                                }));
            }
            elements.add(
                    assessment(
                            new Statement(
                                    each.id(),
                                    "Undetermined-" + part(each.packageId()),
                                    "VexUnderInvestigation",
                                    "underInvestigationFor",
                                    List.of(part(each.packageId()))),
                            json ->
                                    json.text(
                                            "security_statusNotes", Printable.of(each.because()))));
        }
    }

    private Element assessment(Statement statement, Spdx3.Members members) {
        return new Element(
                name(statement.vulnerability()) + "-" + statement.id(),
                "security_" + statement.kind() + "VulnAssessmentRelationship",
                json -> {
                    json.text("from", namespace + "#" + name(statement.vulnerability()));
                    json.text("relationshipType", statement.relationship());
                    json.texts(
                            "to", statement.to().stream().map(id -> namespace + "#" + id).toList());
                    members.write(json);
                });
    }
}
