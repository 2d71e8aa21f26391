package io.plimsoll.report.peers;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.report.common.Hashes;
import io.plimsoll.report.common.Links;
import java.util.ArrayList;
import java.util.List;

/// A member of `matches`, without its braces.
final class GrypeMatch {
    private static final int ID = 16;

    private final ScanReport report;
    private final JsonWriter json;
    private final String epssDay;

    GrypeMatch(ScanReport report, JsonWriter json) {
        this.report = report;
        this.json = json;
        this.epssDay =
                report.assessment().data().stream()
                        .filter(data -> data.segment().equals("epss"))
                        .flatMap(data -> data.modified().stream())
                        .findFirst()
                        .orElse(report.today())
                        .toString();
    }

    void write(Finding finding, InstalledPackage installed) {
        Distribution distribution = report.inventory().distributionOf(installed);
        String namespace = GrypeWords.namespace(installed, distribution);
        String id = GrypeWords.id(finding, installed);
        json.object(
                "vulnerability",
                () -> {
                    metadata(finding, id, namespace);
                    json.object(
                            "fix",
                            () -> {
                                json.texts("versions", finding.fix().versions());
                                json.text("state", GrypeWords.fix(finding.fix().state()));
                            });
                    json.array("advisories", advisories(finding, id), this::advisory);
                    json.number("risk", GrypeWords.risk(finding));
                });
        List<String> related = id.equals(finding.id()) ? List.of() : List.of(finding.id());
        json.array(
                "relatedVulnerabilities",
                related,
                each -> json.object(() -> metadata(finding, each, "nvd:cpe")));
        json.array(
                "matchDetails",
                List.of(finding),
                each -> json.object(() -> details(each, installed, namespace)));
        json.object("artifact", () -> artifact(installed));
    }

    private void metadata(Finding finding, String id, String namespace) {
        json.text("id", id);
        json.text("dataSource", id.equals(finding.id()) ? Links.first(finding) : Links.of(id));
        json.text("namespace", namespace);
        json.text("severity", GrypeWords.severity(finding.severity()));
        json.texts("urls", Links.all(finding));
        json.textIfAny("description", finding.facts().title());
        json.array("cvss", finding.facts().scores(), score -> json.object(() -> cvss(score)));
        finding.facts()
                .knownExploited()
                .ifPresent(day ->
                        json.array(
                                "knownExploited",
                                List.of(day),
                                each ->
                                        json.object(() -> {
                                            json.text("cve", finding.id());
                                            json.text("dateAdded", each.toString());
                                            json.text("knownRansomwareCampaignUse", "Unknown");
                                        })));
        finding.facts()
                .epss()
                .ifPresent(epss ->
                        json.array(
                                "epss",
                                List.of(epss),
                                each ->
                                        json.object(() -> {
                                            json.text("cve", finding.id());
                                            json.number("epss", each.score());
                                            json.number("percentile", each.percentile());
                                            json.text("date", epssDay);
                                        })));
        if (!finding.facts().cwes().isEmpty()) {
            json.array("cwes", finding.facts().cwes(), cwe -> json.object(() -> cwe(finding, cwe)));
        }
    }

    private void cvss(Score score) {
        boolean nvd = Sources.id(score.source()).equals("nvd");
        json.text("source", score.source());
        json.text("type", nvd ? "Primary" : "Secondary");
        json.text("version", score.version());
        json.text("vector", score.vector());
        json.object("metrics", () -> json.number("baseScore", score.value()));
        json.object("vendorMetadata", () -> {});
    }

    private void cwe(Finding finding, int cwe) {
        json.text("cve", finding.id());
        json.text("cwe", "CWE-" + cwe);
    }

    private static List<String> advisories(Finding finding, String id) {
        List<String> others = new ArrayList<>(Links.otherNames(finding));
        others.remove(id);
        return others;
    }

    private void advisory(String id) {
        json.object(() -> {
            json.text("id", id);
            json.text("link", Links.of(id));
        });
    }

    private void details(Finding finding, InstalledPackage installed, String namespace) {
        PackageRecord record = installed.record();
        json.text("type", GrypeWords.match(finding.how().kind()));
        json.text("matcher", GrypeWords.matcher(record.type()));
        json.object(
                "searchedBy",
                () -> {
                    if (record.type().isSystem()) {
                        Distribution distribution = report.inventory().distributionOf(installed);
                        json.object(
                                "distro",
                                () -> {
                                    json.text("type", distribution.id());
                                    json.text("version", distribution.versionId());
                                });
                    } else {
                        json.text("language", record.type().language());
                    }
                    json.text("namespace", namespace);
                    json.object(
                            "package",
                            () -> {
                                json.text("name", GrypeWords.name(installed));
                                json.text("version", record.version());
                            });
                });
        json.object(
                "found",
                () -> {
                    json.text("vulnerabilityID", GrypeWords.id(finding, installed));
                    json.text("versionConstraint", finding.how().range());
                });
        if (!finding.fix().versions().isEmpty()) {
            json.object(
                    "fix",
                    () -> json.text("suggestedVersion", finding.fix().versions().getFirst()));
        }
    }

    private void artifact(InstalledPackage installed) {
        PackageRecord record = installed.record();
        json.text("id", Hashes.of(installed.id()).substring(0, ID));
        json.text("name", GrypeWords.name(installed));
        json.text("version", record.version());
        json.text("type", GrypeWords.type(record.type()));
        json.array(
                "locations",
                installed.locations(),
                location -> json.object(() -> location(location)));
        json.text("language", record.type().language());
        json.texts("licenses", record.licenses());
        json.texts("cpes", List.of());
        json.text("purl", installed.purl());
        json.array(
                "upstreams",
                record.source().stream()
                        .filter(source -> !source.name().equals(record.name()))
                        .toList(),
                source ->
                        json.object(() -> {
                            json.text("name", source.name());
                            if (!source.version().equals(record.version())) {
                                json.text("version", source.version());
                            }
                        }));
    }

    private void location(Location location) {
        json.text("path", location.evidence().file());
        json.textIfAny("layerID", location.layer().map(Digest::toString).orElse(""));
        json.text("accessPath", location.evidence().path());
        json.object("annotations", () -> json.text("evidence", "primary"));
    }
}
