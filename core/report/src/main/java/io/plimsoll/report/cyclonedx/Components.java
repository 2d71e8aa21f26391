package io.plimsoll.report.cyclonedx;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The member `components`: the operating system, then the packages.
final class Components {
    private Components() {}

    static void write(ScanReport report, Encoder encoder) {
        List<Runnable> all = new ArrayList<>();
        Distribution distribution = report.inventory().distribution();
        if (distribution.isKnown()) {
            all.add(() -> operatingSystem(distribution, encoder));
        }
        for (InstalledPackage installed : report.inventory().packages()) {
            all.add(() -> library(installed, encoder));
        }
        encoder.list("components", "component", all, Runnable::run);
    }

    private static void operatingSystem(Distribution distribution, Encoder encoder) {
        encoder.attribute("type", "operating-system");
        encoder.attribute("bom-ref", "operating-system");
        encoder.text("name", distribution.id());
        encoder.textIfAny("version", distribution.versionId());
        encoder.textIfAny("description", distribution.prettyName());
        Property.Collector properties = new Property.Collector();
        properties.add("os:codename", distribution.codename());
        distribution.idLike().forEach(id -> properties.add("os:like", id));
        properties.add("os:evidence", distribution.evidence());
        encoder.properties(properties.all());
    }

    private static void library(InstalledPackage installed, Encoder encoder) {
        PackageRecord record = installed.record();
        encoder.attribute("type", "library");
        encoder.attribute("bom-ref", installed.id());
        encoder.textIfAny("group", record.namespace());
        encoder.text("name", record.name());
        encoder.textIfAny("version", record.version());
        if (!record.licenses().isEmpty()) {
            encoder.licenses(record.licenses());
        }
        encoder.text("purl", installed.purl());
        encoder.properties(properties(installed));
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
