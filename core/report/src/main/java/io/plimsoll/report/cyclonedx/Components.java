package io.plimsoll.report.cyclonedx;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.common.PackageProperties;
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
        encoder.properties(PackageProperties.of(distribution));
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
        encoder.properties(PackageProperties.of(installed));
    }
}
