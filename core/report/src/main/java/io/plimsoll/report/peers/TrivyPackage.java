package io.plimsoll.report.peers;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.report.common.Hashes;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A member of `Packages`.
final class TrivyPackage {
    private static final int UID = 16;
    private static final int DIGITS = 9;

    private final Map<String, InstalledPackage> byId;
    private final Map<Digest, Digest> digests;

    /// @param digests of the layers as they are stored, by diff id
    TrivyPackage(ScanReport report, Map<Digest, Digest> digests) {
        this.byId = report.packagesById();
        this.digests = digests;
    }

    void write(TrivyResults.Item item, JsonWriter json) {
        InstalledPackage installed = item.installed();
        PackageRecord record = installed.record();
        json.text("ID", TrivyWords.id(installed));
        json.text("Name", record.fullName());
        json.object("Identifier", () -> identifier(item, json));
        version(record.type(), record.version(), "", json);
        json.textIfAny("Arch", record.architecture());
        if (record.type().isSystem()) {
            Optional<SourcePackage> source = record.source();
            json.text("SrcName", source.map(SourcePackage::name).orElse(record.name()));
            version(
                    record.type(),
                    source.map(SourcePackage::version).orElse(record.version()),
                    "Src",
                    json);
        }
        if (!record.licenses().isEmpty()) {
            json.texts("Licenses", record.licenses());
        }
        json.textIfAny("Modularitylabel", record.module());
        List<String> needed =
                installed.dependsOn().stream()
                        .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                        .map(TrivyWords::id)
                        .toList();
        if (!needed.isEmpty()) {
            json.texts("DependsOn", needed);
        }
        layer(item, json);
        json.textIfAny("FilePath", item.path());
    }

    /// Versions of deb and rpm in their three parts.
    private static void version(PackageType type, String version, String prefix, JsonWriter json) {
        if (type != PackageType.DEB && type != PackageType.RPM) {
            json.textIfAny(prefix + "Version", version);
            return;
        }
        int colon = version.indexOf(':');
        boolean epoch = colon > 0 && isNumber(version.substring(0, colon));
        String rest = epoch ? version.substring(colon + 1) : version;
        int hyphen = rest.lastIndexOf('-');
        json.textIfAny(prefix + "Version", hyphen < 0 ? rest : rest.substring(0, hyphen));
        json.textIfAny(prefix + "Release", hyphen < 0 ? "" : rest.substring(hyphen + 1));
        if (epoch) {
            json.number(prefix + "Epoch", Long.parseLong(version.substring(0, colon)));
        }
    }

    private static boolean isNumber(String text) {
        return text.length() <= DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    static void identifier(TrivyResults.Item item, JsonWriter json) {
        json.text("PURL", item.installed().purl());
        json.text("UID", Hashes.of(item.installed().id(), item.path()).substring(0, UID));
    }

    void layer(TrivyResults.Item item, JsonWriter json) {
        item.layer()
                .ifPresent(diffId ->
                        json.object(
                                "Layer",
                                () -> {
                                    Digest digest = digests.get(diffId);
                                    if (digest != null) {
                                        json.text("Digest", digest.toString());
                                    }
                                    json.text("DiffID", diffId.toString());
                                }));
    }
}
