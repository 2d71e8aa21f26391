package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// An SBOM in CycloneDX 1.6 JSON, with the findings as vulnerabilities where the target was judged.
///
/// Its serial number follows from its content, and it has no time of its own, so that the same target
/// gives the same bytes. What CycloneDX has no member for stands in properties that begin with
/// `plimsoll:`; with them the SBOM is as good a target as what it was made of.
///
/// Source: CycloneDX 1.6, `bom-1.6.schema.json`.
final class CycloneDxReport implements ReportFormat {
    static final String PREFIX = "plimsoll:";

    @Override
    public String name() {
        return "cyclonedx";
    }

    @Override
    public void write(ScanReport report, View view, OutputStream out) throws IOException {
        ScanReport shown = Filter.apply(report, view);
        ByteArrayOutputStream unnumbered = new ByteArrayOutputStream();
        write(shown, Optional.empty(), unnumbered);
        UUID serial = UUID.nameUUIDFromBytes(unnumbered.toByteArray());
        write(shown, Optional.of("urn:uuid:" + serial), out);
    }

    private static void write(ScanReport report, Optional<String> serial, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("$schema", "http://cyclonedx.org/schema/bom-1.6.schema.json");
                json.text("bomFormat", "CycloneDX");
                json.text("specVersion", "1.6");
                serial.ifPresent(number -> json.text("serialNumber", number));
                json.number("version", 1);
                metadata(report, json);
                json.array("components", Components.of(report), each -> each.write(json));
                json.array(
                        "dependencies",
                        report.inventory().packages(),
                        each -> dependencies(each, json));
                CycloneDxVulnerabilities.write(report, json);
            });
        }
    }

    private static void metadata(ScanReport report, JsonWriter json) {
        TargetDescription target = report.target();
        json.object(
                "metadata",
                () -> {
                    json.object(
                            "tools",
                            () ->
                                    json.array(
                                            "components",
                                            List.of(report.toolVersion()),
                                            version ->
                                                    json.object(() -> {
                                                        json.text("type", "application");
                                                        json.text("name", "plimsoll");
                                                        json.text("version", version);
                                                    })));
                    json.object("component", () -> component(target, json));
                });
    }

    private static void component(TargetDescription target, JsonWriter json) {
        boolean image = !target.layers().isEmpty();
        json.text("type", image ? "container" : "file");
        json.text("bom-ref", "target");
        json.text("name", target.reference());
        target.imageId().ifPresent(id -> json.text("version", id.toString()));
        json.array("properties", properties(target), property -> property.write(json));
    }

    private static List<Property> properties(TargetDescription target) {
        Property.Collector properties = new Property.Collector();
        properties.add("target:kind", target.kind());
        properties.add("target:platform", target.platform());
        target.tags().forEach(tag -> properties.add("target:tag", tag));
        target.digests().forEach(digest -> properties.add("target:digest", digest.toString()));
        target.layers()
                .forEach(layer ->
                        properties.add(
                                "target:layer", layer.diffId().map(Digest::toString).orElse("")));
        return properties.all();
    }

    private static void dependencies(InstalledPackage installed, JsonWriter json) {
        json.object(() -> {
            json.text("ref", installed.id());
            if (!installed.dependsOn().isEmpty()) {
                json.texts("dependsOn", installed.dependsOn());
            }
        });
    }

    /// A name and a value of a component.
    private record Property(String name, String value) {
        void write(JsonWriter json) {
            json.object(() -> {
                json.text("name", PREFIX + name);
                json.text("value", value);
            });
        }

        /// Collects properties that have a value.
        private static final class Collector {
            private final List<Property> collected = new java.util.ArrayList<>();

            void add(String name, String value) {
                if (!value.isEmpty()) {
                    collected.add(new Property(name, value));
                }
            }

            List<Property> all() {
                return collected;
            }
        }
    }

    /// A component that writes itself.
    private interface Components {
        void write(JsonWriter json);

        static List<Components> of(ScanReport report) {
            List<Components> all = new java.util.ArrayList<>();
            Distribution distribution = report.inventory().distribution();
            if (distribution.isKnown()) {
                all.add(json -> operatingSystem(distribution, json));
            }
            for (InstalledPackage installed : report.inventory().packages()) {
                all.add(json -> library(installed, json));
            }
            return all;
        }
    }

    private static void operatingSystem(Distribution distribution, JsonWriter json) {
        json.object(() -> {
            json.text("type", "operating-system");
            json.text("bom-ref", "operating-system");
            json.text("name", distribution.id());
            json.textIfAny("version", distribution.versionId());
            json.textIfAny("description", distribution.prettyName());
            Property.Collector properties = new Property.Collector();
            properties.add("os:codename", distribution.codename());
            distribution.idLike().forEach(id -> properties.add("os:like", id));
            properties.add("os:evidence", distribution.evidence());
            json.array("properties", properties.all(), property -> property.write(json));
        });
    }

    private static void library(InstalledPackage installed, JsonWriter json) {
        PackageRecord record = installed.record();
        json.object(() -> {
            json.text("type", "library");
            json.text("bom-ref", installed.id());
            json.textIfAny("group", record.namespace());
            json.text("name", record.name());
            json.textIfAny("version", record.version());
            if (!record.licenses().isEmpty()) {
                json.array(
                        "licenses",
                        record.licenses(),
                        license ->
                                json.object(() ->
                                        json.object("license", () -> json.text("name", license))));
            }
            json.text("purl", installed.purl());
            json.array("properties", properties(installed), each -> each.write(json));
        });
    }

    private static List<Property> properties(InstalledPackage installed) {
        PackageRecord record = installed.record();
        Property.Collector properties = new Property.Collector();
        properties.add("package:type", record.type().purlType());
        record.source()
                .ifPresent(source -> {
                    properties.add("source:name", source.name());
                    properties.add("source:version", source.version());
                });
        properties.add("package:architecture", record.architecture());
        properties.add("package:module", record.module());
        installed.owner().ifPresent(owner -> properties.add("package:owner", owner));
        for (Location location : installed.locations()) {
            properties.add("location", location(location));
        }
        if (record.type() != PackageType.GENERIC) {
            record.relations().requires().forEach(each -> properties.add("requires", each));
            record.relations().provides().forEach(each -> properties.add("provides", each));
        }
        return properties.all();
    }

    /// Path, how the package was recognised there, its layer and a detail, separated by tabs.
    private static String location(Location location) {
        return String.join(
                "\t",
                location.evidence().path(),
                location.evidence().identifiedBy().word(),
                location.layer().map(Digest::toString).orElse(""),
                new String(
                        location.evidence().detail().getBytes(StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8));
    }
}
