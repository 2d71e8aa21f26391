package io.plimsoll.report;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.TargetDescription;
import java.time.Instant;
import java.time.LocalDate;

/// The member `target` of the JSON report.
final class JsonTarget {
    private JsonTarget() {}

    static void write(ScanReport report, JsonWriter json) {
        TargetDescription target = report.target();
        json.object(
                "target",
                () -> {
                    json.text("kind", target.kind());
                    json.text("reference", target.reference());
                    json.textOrNull("imageId", target.imageId().map(Digest::toString).orElse(""));
                    json.texts("digests", target.digests().stream().map(Digest::toString).toList());
                    json.texts("tags", target.tags());
                    json.textOrNull("platform", target.platform());
                    json.number("size", target.size());
                    json.textOrNull("created", target.created().map(Instant::toString).orElse(""));
                    distribution(report, json);
                    json.array("layers", target.layers(), layer -> layer(layer, json));
                    base(target, json);
                });
    }

    private static void distribution(ScanReport report, JsonWriter json) {
        Distribution distribution = report.inventory().distribution();
        json.object(
                "os",
                () -> {
                    json.textOrNull("id", distribution.id());
                    json.textOrNull("versionId", distribution.versionId());
                    json.textOrNull("prettyName", distribution.prettyName());
                    json.textOrNull(
                            "endOfLife",
                            report.assessment()
                                    .support()
                                    .until()
                                    .map(LocalDate::toString)
                                    .orElse(""));
                    json.textIfAny("codename", distribution.codename());
                });
    }

    private static void base(TargetDescription target, JsonWriter json) {
        if (target.base().isEmpty()) {
            json.nothing("base");
            return;
        }
        BaseImage base = target.base().get();
        json.object(
                "base",
                () -> {
                    json.text("reference", base.reference());
                    json.textOrNull("digest", base.digest().map(Digest::toString).orElse(""));
                    json.text("how", base.how());
                });
    }

    private static void source(SourceLine source, JsonWriter json) {
        json.object(
                "source",
                () -> {
                    json.text("file", source.file());
                    json.number("line", source.line());
                    json.text("text", source.text());
                });
    }

    private static void layer(TargetDescription.LayerSummary layer, JsonWriter json) {
        json.object(() -> {
            json.textOrNull("diffId", layer.diffId().map(Digest::toString).orElse(""));
            json.textOrNull("digest", layer.digest().map(Digest::toString).orElse(""));
            json.number("size", layer.size());
            json.text("createdBy", layer.createdBy());
            json.text("origin", layer.origin().word());
            if (layer.source().isPresent()) {
                source(layer.source().get(), json);
            }
        });
    }
}
