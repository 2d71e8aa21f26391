package io.plimsoll.feeds;

import io.plimsoll.advisory.ReleaseCycle;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads release cycles and their ends.
///
/// Source: endoflife.date, API v0, one `<product>.json` a product.
record EolFeed(Map<String, List<ReleaseCycle>> products, Optional<LocalDate> newest) {
    static EolFeed read(Path folder, Consumer<Problem> problems) throws IOException {
        Map<String, List<ReleaseCycle>> products = new HashMap<>();
        List<LocalDate> dates = new ArrayList<>();
        for (Path file : RecordSource.files(folder)) {
            String name = file.getFileName().toString();
            if (!name.endsWith(".json") || name.startsWith("_")) {
                continue;
            }
            try (InputStream in = RecordSource.open(file)) {
                if (Json.parse(in, Json.DEFAULT_DEPTH) instanceof JsonArray cycles) {
                    dates.addAll(releases(cycles));
                    products.put(
                            name.substring(0, name.length() - ".json".length()),
                            cycles.objects().stream().map(EolFeed::cycle).toList());
                }
            } catch (JsonFormatException broken) {
                problems.accept(
                        Problem.of(
                                file.toString(),
                                "eol",
                                ProblemKind.MALFORMED,
                                String.valueOf(broken.getMessage())));
            }
        }
        return new EolFeed(products, dates.stream().max(LocalDate::compareTo));
    }

    private static ReleaseCycle cycle(JsonObject cycle) {
        return new ReleaseCycle(
                cycle.text("cycle"),
                cycle.text("codename").toLowerCase(Locale.ROOT),
                OsvParser.date(cycle.text("eol")),
                cycle.get("eol").orElse(JsonObject.EMPTY) instanceof JsonValue.Truth(boolean ended)
                        && ended,
                OsvParser.date(cycle.text("extendedSupport")),
                cycle.text("latest"));
    }

    /// The days of the newest releases: the feed has no date of its own, and none of these is later
    /// than the day it was made.
    private static List<LocalDate> releases(JsonArray cycles) {
        return cycles.objects().stream()
                .flatMap(cycle -> OsvParser.date(cycle.text("latestReleaseDate")).stream())
                .toList();
    }
}
