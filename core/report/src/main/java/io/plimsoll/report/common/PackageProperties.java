package io.plimsoll.report.common;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What an SBOM needs besides the members of its format, so that it is as good a target as what it was
/// made of. `docs/guide/sbom.md` lists the names.
public final class PackageProperties {
    private PackageProperties() {}

    /// Of the operating system.
    public static List<Property> of(Distribution distribution) {
        Property.Collector properties = new Property.Collector();
        properties.add("os:codename", distribution.codename());
        distribution.idLike().forEach(id -> properties.add("os:like", id));
        properties.add("os:evidence", distribution.evidence());
        return properties.all();
    }

    /// Of a package.
    public static List<Property> of(InstalledPackage installed) {
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
