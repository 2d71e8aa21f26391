package io.plimsoll.report.base;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Assessment.Support;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.BaseFacts;
import io.plimsoll.model.DataSource;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Recommendation;
import io.plimsoll.model.Recommendation.Change;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SeverityCounts;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/// Advice on a base image as JSON, `plimsoll-base/1`.
///
/// Source: `docs/base-schema.json`.
final class BaseJson {
    static final String SCHEMA = "plimsoll-base/1";

    private BaseJson() {}

    static void write(ScanReport report, BaseAdvice advice, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> members(report, advice, json));
        }
    }

    private static void members(ScanReport report, BaseAdvice advice, JsonWriter json) {
        json.text("schema", SCHEMA);
        json.object(
                "tool",
                () -> {
                    json.text("name", "plimsoll");
                    json.text("version", report.toolVersion());
                });
        json.object(
                "target",
                () -> {
                    json.text("kind", report.target().kind());
                    json.text("reference", report.target().reference());
                    json.textOrNull(
                            "imageId", report.target().imageId().map(Digest::toString).orElse(""));
                    json.textOrNull("platform", report.target().platform());
                });
        json.text("how", advice.base().how());
        json.object("base", () -> facts(advice.current(), json));
        counts("own", own(report), json);
        json.array(
                "recommendations",
                advice.recommendations(),
                each -> json.object(() -> recommendation(each, json)));
        json.number("leftOut", advice.leftOut());
        json.texts("notes", advice.notes());
        json.array("data", report.assessment().data(), data -> json.object(() -> data(data, json)));
    }

    private static SeverityCounts own(ScanReport report) {
        return SeverityCounts.of(
                report.assessment().findings().stream()
                        .filter(each -> each.origin() == Origin.OWN)
                        .toList());
    }

    private static void recommendation(Recommendation each, JsonWriter json) {
        json.text("relation", each.relation().word());
        json.truth("worse", each.worse());
        json.object("image", () -> facts(each.image(), json));
        Optional<Change> change = each.change();
        if (change.isPresent()) {
            json.object(
                    "change",
                    () -> {
                        counts("gone", change.get().gone(), json);
                        counts("come", change.get().come(), json);
                    });
        } else {
            json.nothing("change");
        }
        json.object(
                "ownPackages",
                () -> {
                    json.text("installable", each.packages().answer().word());
                    json.text("why", each.packages().why());
                });
        json.texts("reasons", each.reasons());
    }

    private static void facts(BaseFacts facts, JsonWriter json) {
        json.text("reference", facts.reference());
        json.textOrNull("digest", facts.digest().map(Digest::toString).orElse(""));
        json.array(
                "badges",
                facts.badges(),
                badge ->
                        json.object(() -> {
                            json.text("kind", badge.kind().word());
                            json.text("label", badge.label());
                            json.text("evidence", badge.evidence());
                        }));
        json.textOrNull("system", facts.system());
        json.object("support", () -> support(facts.support(), json));
        if (facts.software().isPresent()) {
            json.object(
                    "software",
                    () -> {
                        json.text("name", facts.software().get().name());
                        support(facts.software().get().support(), json);
                    });
        } else {
            json.nothing("software");
        }
        if (facts.content().isEmpty()) {
            json.nothing("content");
            return;
        }
        BaseFacts.Content content = facts.content().get();
        json.object(
                "content",
                () -> {
                    counts("vulnerabilities", content.counts(), json);
                    json.number("packages", content.packages());
                    json.number("notAssessed", content.notAssessed());
                    json.number("size", content.size());
                    json.textOrNull("created", content.created().map(Instant::toString).orElse(""));
                });
    }

    private static void support(Support support, JsonWriter json) {
        json.truth("known", support.known());
        json.textOrNull("until", support.until().map(LocalDate::toString).orElse(""));
        json.truth("ended", support.ended());
    }

    private static void counts(String name, SeverityCounts counts, JsonWriter json) {
        json.object(
                name,
                () -> {
                    for (Severity severity : Severity.values()) {
                        json.number(severity.word(), counts.of(severity));
                    }
                });
    }

    private static void data(DataSource data, JsonWriter json) {
        json.text("segment", data.segment());
        json.text("source", data.source());
        json.text("license", data.license());
        json.textOrNull("modified", data.modified().map(LocalDate::toString).orElse(""));
        json.number("records", data.records());
    }
}
