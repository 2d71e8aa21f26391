package io.plimsoll.report.spdx;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.report.common.Hashes;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.PackageProperties;
import io.plimsoll.report.common.Property;
import io.plimsoll.report.common.Sentences;
import io.plimsoll.report.common.Uris;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;

/// What SPDX documents of each version say.
///
/// @param name the target as it was named
/// @param namespace address that no other content has
/// @param created the day of the scan
/// @param tool name and version of the program
/// @param parts the target, its operating system, its packages
/// @param links who contains or needs whom
/// @param texts licence texts by their `LicenseRef-…`
record SpdxDocument(
        String name,
        String namespace,
        String created,
        String tool,
        List<Part> parts,
        List<Link> links,
        Map<String, String> texts) {
    static final String TARGET = "SPDXRef-Target";
    private static final String SYSTEM = "SPDXRef-OperatingSystem";
    private static final int HASH = 16;
    private static final int SHOWN = 60;

    /// @param id `SPDXRef-…`
    /// @param purpose `CONTAINER`, `LIBRARY`, `OPERATING-SYSTEM`, `OTHER`
    /// @param sourceInfo where it comes from, in words
    /// @param comment what a later scan of the document needs besides, as one JSON object; may be empty
    record Part(
            String id,
            String name,
            String version,
            String purpose,
            String purl,
            String license,
            String sourceInfo,
            String comment,
            List<Advisory> advisories) {}

    /// A page about a vulnerability of a part.
    record Advisory(String url, String comment) {}

    record Link(String from, String type, String to) {}

    static SpdxDocument of(ScanReport report) {
        Licenses licenses = new Licenses();
        Map<String, String> ids = ids(report);
        List<Part> parts = new ArrayList<>();
        List<Link> links = new ArrayList<>();
        parts.add(target(report.target()));
        Distribution distribution = report.inventory().distribution();
        if (distribution.isKnown()) {
            parts.add(system(distribution));
            links.add(new Link(TARGET, "CONTAINS", SYSTEM));
        }
        Map<String, List<Advisory>> advisories = advisories(report);
        for (InstalledPackage installed : report.inventory().packages()) {
            String id = ids.getOrDefault(installed.id(), "");
            parts.add(
                    part(
                            id,
                            installed,
                            licenses,
                            advisories.getOrDefault(installed.id(), List.of())));
            links.add(new Link(TARGET, "CONTAINS", id));
            installed.dependsOn().stream()
                    .filter(ids::containsKey)
                    .forEach(needed ->
                            links.add(new Link(id, "DEPENDS_ON", ids.getOrDefault(needed, ""))));
        }
        return new SpdxDocument(
                Printable.of(report.target().reference()),
                namespace(report, parts, links),
                report.today() + "T00:00:00Z",
                "plimsoll-" + report.toolVersion(),
                parts,
                links,
                licenses.texts());
    }

    /// The ids of the packages in a document, by their ids in the report.
    static Map<String, String> ids(ScanReport report) {
        Map<String, String> ids = new LinkedHashMap<>();
        for (InstalledPackage installed : report.inventory().packages()) {
            ids.put(installed.id(), id(installed));
        }
        return ids;
    }

    /// Readable, legal, and one a package.
    private static String id(InstalledPackage installed) {
        String name = installed.record().name().replaceAll("[^A-Za-z0-9.]+", "-");
        String shown = name.substring(0, Math.min(SHOWN, name.length()));
        return "SPDXRef-"
                + installed.record().type().purlType()
                + "-"
                + shown
                + "-"
                + Hashes.of(installed.id()).substring(0, HASH);
    }

    /// Two documents have the same address only if they say the same.
    private static String namespace(ScanReport report, List<Part> parts, List<Link> links) {
        String content =
                Hashes.of(
                        report.target().reference(),
                        report.today().toString(),
                        report.toolVersion(),
                        parts.toString(),
                        links.toString());
        UUID number = UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
        return "https://spdx.org/spdxdocs/plimsoll/"
                + Uris.relative(report.target().reference())
                + "-"
                + number;
    }

    private static Part target(TargetDescription target) {
        StringJoiner info = new StringJoiner("; ");
        info.add(target.kind());
        target.tags().forEach(tag -> info.add("tag " + tag));
        target.digests().forEach(digest -> info.add("digest " + digest));
        if (!target.platform().isEmpty()) {
            info.add("platform " + target.platform());
        }
        return new Part(
                TARGET,
                Printable.of(target.reference()),
                target.imageId().map(Digest::toString).orElse(""),
                target.layers().isEmpty() ? "OTHER" : "CONTAINER",
                "",
                Licenses.NONE_STATED,
                Printable.of(info.toString()),
                "",
                List.of());
    }

    private static Part system(Distribution distribution) {
        return new Part(
                SYSTEM,
                Printable.of(distribution.id()),
                Printable.of(distribution.versionId()),
                "OPERATING-SYSTEM",
                "",
                Licenses.NONE_STATED,
                Printable.of(distribution.prettyName()),
                comment(distribution),
                List.of());
    }

    private static Part part(
            String id, InstalledPackage installed, Licenses licenses, List<Advisory> advisories) {
        PackageRecord record = installed.record();
        StringJoiner info = new StringJoiner("; ");
        record.source()
                .ifPresent(
                        source -> info.add("built from " + source.name() + " " + source.version()));
        for (Location location : installed.locations()) {
            String layer = location.layer().map(each -> " in layer " + each).orElse("");
            info.add("found in " + location.evidence().path() + layer);
        }
        return new Part(
                id,
                Printable.of(record.fullName()),
                Printable.of(record.version()),
                "LIBRARY",
                installed.purl(),
                licenses.expression(record.licenses()),
                Printable.of(info.toString()),
                comment(installed),
                advisories);
    }

    private static String comment(Distribution distribution) {
        List<Property> all = new ArrayList<>();
        if (!distribution.prettyName().isEmpty()) {
            all.add(new Property("os:name", distribution.prettyName()));
        }
        all.addAll(PackageProperties.of(distribution));
        return Property.json(all);
    }

    /// Besides what CycloneDX needs: name, version and licences as the package has them, which stand in
    /// members of the document as SPDX wants them.
    private static String comment(InstalledPackage installed) {
        PackageRecord record = installed.record();
        Property.Collector all = new Property.Collector();
        all.add("package:name", record.name());
        all.add("package:version", record.version());
        record.licenses().forEach(license -> all.add("license", license));
        PackageProperties.of(installed).forEach(each -> all.add(each.name(), each.value()));
        return Property.json(all.all());
    }

    private static Map<String, List<Advisory>> advisories(ScanReport report) {
        Map<String, List<Advisory>> all = new LinkedHashMap<>();
        for (Finding finding : report.assessment().findings()) {
            String comment =
                    finding.id()
                            + " ("
                            + finding.severity().word()
                            + "): "
                            + Sentences.remedy(finding);
            all.computeIfAbsent(finding.packageId(), any -> new ArrayList<>())
                    .add(new Advisory(Links.first(finding), Printable.of(comment)));
        }
        return all;
    }
}
