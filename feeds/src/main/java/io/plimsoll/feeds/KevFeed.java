package io.plimsoll.feeds;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Reads CISA's catalogue of known exploited vulnerabilities.
///
/// Source: `known_exploited_vulnerabilities.json`.
record KevFeed(Map<String, LocalDate> dates, Optional<LocalDate> released) {
    static KevFeed read(Path folder, Consumer<Problem> problems) throws IOException {
        Map<String, LocalDate> dates = new HashMap<>();
        Optional<LocalDate> released = Optional.empty();
        for (Path file : RecordSource.files(folder)) {
            if (!file.toString().endsWith(".json")) {
                continue;
            }
            try (InputStream in = RecordSource.open(file)) {
                JsonObject catalogue =
                        Json.stream(in, "vulnerabilities", element -> add(element, dates));
                released = OsvParser.date(catalogue.text("dateReleased"));
            } catch (JsonFormatException broken) {
                problems.accept(
                        Problem.of(
                                file.toString(),
                                "kev",
                                ProblemKind.MALFORMED,
                                String.valueOf(broken.getMessage())));
            }
        }
        return new KevFeed(dates, released);
    }

    private static void add(JsonObject element, Map<String, LocalDate> dates) {
        OsvParser.date(element.text("dateAdded"))
                .ifPresent(date -> dates.put(element.text("cveID"), date));
    }
}
