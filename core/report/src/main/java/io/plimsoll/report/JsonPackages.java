package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Assessed;
import io.plimsoll.model.Digest;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.ScanReport;

/// The member `packages` of the JSON report.
final class JsonPackages {
    private JsonPackages() {}

    static void write(ScanReport report, JsonWriter json) {
        json.array(
                "packages",
                report.inventory().packages(),
                each ->
                        json.object(() ->
                                write(each, report.assessment().assessedOf(each.id()), json)));
    }

    private static void write(InstalledPackage installed, Assessed assessed, JsonWriter json) {
        PackageRecord record = installed.record();
        json.text("id", installed.id());
        json.text("type", record.type().purlType());
        json.text("namespace", record.namespace());
        json.text("name", record.name());
        json.text("version", record.version());
        json.text("purl", installed.purl());
        record.source()
                .ifPresentOrElse(
                        source ->
                                json.object(
                                        "source",
                                        () -> {
                                            json.text("name", source.name());
                                            json.text("version", source.version());
                                        }),
                        () -> json.nothing("source"));
        json.text("architecture", record.architecture());
        json.textIfAny("module", record.module());
        json.texts("licenses", record.licenses());
        json.array("locations", installed.locations(), location -> location(location, json));
        json.texts("dependsOn", installed.dependsOn());
        json.text("origin", installed.origin().word());
        json.textOrNull("owner", installed.owner().orElse(""));
        json.truth("assessed", assessed.assessed());
        json.textOrNull("why", assessed.why());
    }

    private static void location(Location location, JsonWriter json) {
        json.object(() -> {
            json.text("path", location.evidence().path());
            json.textOrNull("layer", location.layer().map(Digest::toString).orElse(""));
            json.text("identifiedBy", location.evidence().identifiedBy().word());
            json.textIfAny("detail", location.evidence().detail());
        });
    }
}
