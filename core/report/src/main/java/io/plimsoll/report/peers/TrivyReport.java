package io.plimsoll.report.peers;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.report.common.Hashes;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A report in the shape of `trivy image --format json --list-all-pkgs`.
///
/// Source: Trivy 0.74, `pkg/types/report.go`, schema version 2.
public final class TrivyReport {
    private TrivyReport() {}

    /// Writes the report.
    public static void write(ScanReport report, OutputStream out) {
        TargetDescription target = report.target();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.number("SchemaVersion", 2);
                json.object(
                        "Trivy", () -> json.text("Version", "plimsoll " + report.toolVersion()));
                json.text("ReportID", number(report).toString());
                json.text("CreatedAt", report.today() + "T00:00:00Z");
                target.imageId()
                        .ifPresent(id -> json.text("ArtifactID", artifact(target, id.toString())));
                json.text("ArtifactName", target.reference());
                json.text("ArtifactType", type(target));
                json.object("Metadata", () -> metadata(report, json));
                new TrivyResults(report).write(json);
            });
        }
    }

    private static UUID number(ScanReport report) {
        String content =
                Hashes.of(
                        report.target().reference(),
                        report.target().imageId().map(Digest::toString).orElse(""),
                        report.today().toString(),
                        report.toolVersion());
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String artifact(TargetDescription target, String imageId) {
        return "sha256:" + Hashes.of(imageId, repository(target));
    }

    private static String type(TargetDescription target) {
        if (!target.layers().isEmpty() || target.imageId().isPresent()) {
            return "container_image";
        }
        return target.kind().equals("sbom") ? "cyclonedx" : "filesystem";
    }

    private static void metadata(ScanReport report, JsonWriter json) {
        TargetDescription target = report.target();
        if (target.size() > 0) {
            json.number("Size", target.size());
        }
        Distribution distribution = report.inventory().distribution();
        if (distribution.isKnown()) {
            json.object(
                    "OS",
                    () -> {
                        json.text("Family", TrivyWords.family(distribution));
                        json.text("Name", distribution.versionId());
                        if (report.assessment().support().ended()) {
                            json.truth("EOSL", true);
                        }
                    });
        }
        if (target.layers().isEmpty()) {
            return;
        }
        target.imageId().ifPresent(id -> json.text("ImageID", id.toString()));
        json.texts("DiffIDs", diffIds(target));
        json.texts("RepoTags", target.tags());
        json.texts("RepoDigests", digests(target));
        json.object("ImageConfig", () -> config(target, json));
        json.array("Layers", target.layers(), layer -> json.object(() -> layer(layer, json)));
    }

    private static List<String> diffIds(TargetDescription target) {
        return target.layers().stream()
                .map(layer -> layer.diffId().map(Digest::toString).orElse(""))
                .toList();
    }

    /// The digests with a name before them, where the image has one.
    static List<String> digests(TargetDescription target) {
        String name = repository(target);
        return name.isEmpty()
                ? List.of()
                : target.digests().stream().map(digest -> name + "@" + digest).toList();
    }

    private static String repository(TargetDescription target) {
        if (target.tags().isEmpty()) {
            return "";
        }
        String tag = target.tags().getFirst();
        int colon = tag.lastIndexOf(':');
        return colon > tag.lastIndexOf('/') ? tag.substring(0, colon) : tag;
    }

    private static void config(TargetDescription target, JsonWriter json) {
        String[] platform = target.platform().split("/", 3);
        json.text("architecture", platform.length > 1 ? platform[1] : "");
        json.text("created", target.created().orElse(Instant.EPOCH).toString());
        json.array(
                "history",
                target.layers(),
                layer -> json.object(() -> json.textIfAny("created_by", layer.createdBy())));
        json.text("os", platform[0]);
        json.object(
                "rootfs",
                () -> {
                    json.text("type", "layers");
                    json.texts("diff_ids", diffIds(target));
                });
        json.object("config", () -> {});
    }

    private static void layer(TargetDescription.LayerSummary layer, JsonWriter json) {
        json.number("Size", layer.size());
        layer.digest().ifPresent(digest -> json.text("Digest", digest.toString()));
        layer.diffId().ifPresent(digest -> json.text("DiffID", digest.toString()));
        json.textIfAny("CreatedBy", layer.createdBy());
    }
}
