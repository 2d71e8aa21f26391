package io.plimsoll.report.base;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Rebuild;
import io.plimsoll.model.Rebuild.Update;
import io.plimsoll.report.Columns;
import io.plimsoll.report.Words;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which images should be built anew: as text, and as a plan for a pipeline.
public final class RebuildReports {
    /// The schema of the plan. Source: `docs/rebuild-schema.json`.
    static final String SCHEMA = "plimsoll-rebuild/1";

    private static final int SHOWN = 10;

    private RebuildReports() {}

    /// What all of the images have in common.
    ///
    /// @param toolVersion version of this program
    /// @param today the day that ages are reckoned from
    /// @param oldestData the oldest of the dates of the advisory data
    public record Context(String toolVersion, LocalDate today, Optional<LocalDate> oldestData) {}

    /// Writes them.
    ///
    /// @param format one of {@link BaseReports#FORMATS}
    /// @throws IOException if the bytes could not be written
    public static void write(String format, List<Rebuild> images, Context context, OutputStream out)
            throws IOException {
        if (format.equals("json")) {
            try (JsonWriter json = new JsonWriter(out)) {
                json.object(() -> members(images, context, json));
            }
            return;
        }
        String text = String.join("\n", lines(images, context)) + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void members(List<Rebuild> images, Context context, JsonWriter json) {
        json.text("schema", SCHEMA);
        json.object(
                "tool",
                () -> {
                    json.text("name", "plimsoll");
                    json.text("version", context.toolVersion());
                });
        json.textOrNull("oldestData", context.oldestData().map(LocalDate::toString).orElse(""));
        json.array("images", images, each -> json.object(() -> image(each, json)));
    }

    private static void image(Rebuild image, JsonWriter json) {
        json.text("kind", image.target().kind());
        json.text("reference", image.target().reference());
        json.textOrNull("imageId", image.target().imageId().map(Digest::toString).orElse(""));
        json.truth("stale", image.isStale());
        json.array(
                "reasons",
                image.reasons(),
                reason ->
                        json.object(() -> {
                            json.text("kind", reason.kind().word());
                            json.text("text", reason.text());
                        }));
        json.textOrNull("base", image.base().orElse(""));
        json.array(
                "packages",
                image.packages(),
                each ->
                        json.object(() -> {
                            json.text("name", each.name());
                            json.text("installed", each.installed());
                            json.text("available", each.available());
                            json.text("origin", each.origin().word());
                            json.text("source", each.source());
                        }));
        json.texts("notes", image.notes());
    }

    private static List<String> lines(List<Rebuild> images, Context context) {
        List<String> lines = new ArrayList<>();
        for (Rebuild image : images) {
            lines.add(
                    Printable.of(image.target().reference())
                            + (image.isStale() ? ": build it anew" : ": up to date"));
            image.reasons().forEach(each -> lines.add("  " + Printable.of(each.text())));
            image.base().ifPresent(base -> lines.add("  FROM " + Printable.of(base)));
            lines.addAll(updates(image.packages()));
            image.notes().forEach(note -> lines.add("  Note: " + Printable.of(note)));
        }
        long stale = images.stream().filter(Rebuild::isStale).count();
        lines.add("");
        lines.add(stale + " of " + Words.count(images.size(), "image") + " to be built anew");
        context.oldestData()
                .ifPresent(day ->
                        lines.add("Advisories of " + day + ", " + Words.age(day, context.today())));
        return lines;
    }

    private static List<String> updates(List<Update> updates) {
        if (updates.isEmpty()) {
            return List.of();
        }
        Columns columns = new Columns();
        for (Update each : updates.subList(0, Math.min(SHOWN, updates.size()))) {
            columns.add(
                    "    " + each.name(),
                    each.installed(),
                    "->",
                    each.available(),
                    "(" + each.source() + ")");
        }
        List<String> lines = new ArrayList<>();
        lines.add("  What a build without a cache changes at least:");
        lines.addAll(columns.lines());
        if (updates.size() > SHOWN) {
            lines.add("    and " + (updates.size() - SHOWN) + " more: --format json lists them");
        }
        return lines;
    }
}
