package io.plimsoll.report.peers;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.TargetDescription;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// A report in the shape of `grype --output json`.
///
/// Source: Grype 0.121, `grype/presenter/models/document.go`.
public final class GrypeReport {
    private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";
    private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";

    private final ScanReport report;
    private final Map<String, InstalledPackage> packages;
    private final JsonWriter json;
    private final GrypeMatch matches;

    private GrypeReport(ScanReport report, JsonWriter json) {
        this.report = report;
        this.packages = report.packagesById();
        this.json = json;
        this.matches = new GrypeMatch(report, json);
    }

    /// Writes the report.
    public static void write(ScanReport report, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(new GrypeReport(report, json)::members);
        }
    }

    private void members() {
        List<Finding> findings =
                report.assessment().findings().stream()
                        .filter(each -> packages.containsKey(each.packageId()))
                        .toList();
        json.array("matches", findings, each -> json.object(() -> match(each)));
        List<Suppressed> suppressed =
                report.assessment().suppressed().stream()
                        .filter(each -> packages.containsKey(each.finding().packageId()))
                        .toList();
        if (!suppressed.isEmpty()) {
            json.array("ignoredMatches", suppressed, each -> json.object(() -> ignored(each)));
        }
        json.object("source", this::source);
        json.object("distro", this::distribution);
        json.object(
                "descriptor",
                () -> {
                    json.text("name", "plimsoll");
                    json.text("version", report.toolVersion());
                    json.text("timestamp", report.today() + "T00:00:00Z");
                });
    }

    private void match(Finding finding) {
        InstalledPackage installed = packages.get(finding.packageId());
        if (installed != null) {
            matches.write(finding, installed);
        }
    }

    private void ignored(Suppressed suppressed) {
        match(suppressed.finding());
        boolean vex = suppressed.by().toLowerCase(Locale.ROOT).contains("vex");
        json.array(
                "appliedIgnoreRules",
                List.of(suppressed),
                each ->
                        json.object(() -> {
                            json.text("vulnerability", each.finding().id());
                            json.text(
                                    "reason",
                                    each.by()
                                            + (each.reason().isEmpty()
                                                    ? ""
                                                    : ": " + each.reason()));
                            json.text("namespace", vex ? "vex" : "");
                            if (vex) {
                                json.text("vex-status", "not_affected");
                            }
                        }));
    }

    private void source() {
        TargetDescription target = report.target();
        boolean image = !target.layers().isEmpty() || target.imageId().isPresent();
        if (image) {
            json.text("type", "image");
            json.object("target", this::image);
        } else {
            json.text("type", target.kind().equals("dir") ? "directory" : "file");
            json.text("target", target.reference());
        }
    }

    private void image() {
        TargetDescription target = report.target();
        String[] platform = target.platform().split("/", 3);
        json.text("userInput", target.reference());
        json.text("imageID", target.imageId().map(Digest::toString).orElse(""));
        json.text(
                "manifestDigest",
                target.digests().stream().findFirst().map(Digest::toString).orElse(""));
        json.text("mediaType", MANIFEST);
        json.texts("tags", target.tags());
        json.number("imageSize", target.size());
        json.array(
                "layers",
                target.layers(),
                layer ->
                        json.object(() -> {
                            json.text("mediaType", LAYER);
                            json.text("digest", layer.diffId().map(Digest::toString).orElse(""));
                            json.number("size", layer.size());
                        }));
        json.nothing("manifest");
        json.nothing("config");
        json.texts("repoDigests", TrivyReport.digests(target));
        json.text("architecture", platform.length > 1 ? platform[1] : "");
        json.text("os", platform[0]);
    }

    private void distribution() {
        Distribution distribution = report.inventory().distribution();
        json.text("name", distribution.id());
        json.text("version", distribution.versionId());
        json.texts("idLike", distribution.idLike());
    }
}
