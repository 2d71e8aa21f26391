package io.plimsoll.feeds;

import io.plimsoll.advisory.VulnerabilityFacts;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Score;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// Reads NVD's feeds: scores, weaknesses and dates of CVEs.
///
/// Source: NVD JSON 2.0, files `nvdcve-2.0-<year>.json.gz`.
final class NvdFeed {
    /// The metric arrays, the newest CVSS version first.
    private static final List<String> METRICS =
            List.of("cvssMetricV40", "cvssMetricV31", "cvssMetricV30", "cvssMetricV2");

    private NvdFeed() {}

    /// The facts by CVE.
    static Map<String, VulnerabilityFacts> read(Path folder, Consumer<Problem> problems)
            throws IOException {
        Map<String, VulnerabilityFacts> facts = new HashMap<>();
        RecordSource.json(folder, (name, content) -> readFile(name, content, facts, problems));
        return facts;
    }

    private static void readFile(
            String name,
            InputStream content,
            Map<String, VulnerabilityFacts> facts,
            Consumer<Problem> problems)
            throws IOException {
        try {
            Json.stream(
                    content,
                    "vulnerabilities",
                    element -> {
                        JsonObject cve = element.object("cve");
                        if (!cve.text("id").isEmpty()) {
                            facts.put(cve.text("id"), facts(cve));
                        }
                    });
        } catch (JsonFormatException broken) {
            problems.accept(
                    Problem.of(
                            name,
                            "nvd",
                            ProblemKind.MALFORMED,
                            String.valueOf(broken.getMessage())));
        }
    }

    private static VulnerabilityFacts facts(JsonObject cve) {
        List<Score> scores = new ArrayList<>();
        for (String metric : METRICS) {
            for (JsonObject each : cve.object("metrics").objects(metric)) {
                String vector = each.object("cvssData").text("vectorString");
                if (!vector.isEmpty()) {
                    CvssVectors.score(each.text("source"), vector).ifPresent(scores::add);
                }
            }
        }
        return new VulnerabilityFacts(
                scores.stream().distinct().toList(),
                weaknesses(cve),
                OsvParser.date(cve.text("published")),
                OsvParser.date(cve.text("lastModified")));
    }

    private static List<Integer> weaknesses(JsonObject cve) {
        return cve.objects("weaknesses").stream()
                .flatMap(weakness -> weakness.objects("description").stream())
                .flatMap(description -> OsvParser.cwe(description.text("value")).stream())
                .distinct()
                .sorted()
                .toList();
    }
}
