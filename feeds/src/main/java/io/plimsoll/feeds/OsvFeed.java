package io.plimsoll.feeds;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.PackageNames;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Reads a folder of OSV records, one ecosystem a sub-folder, and sorts what they say by ecosystem
/// and release.
///
/// Source: the layout of the public OSV bucket: `<ecosystem>/all.zip`, or single records.
final class OsvFeed {
    private final Consumer<Problem> problems;
    private final Map<String, Map<String, SegmentDraft.Entry>> byEcosystem = new TreeMap<>();

    OsvFeed(Consumer<Problem> problems) {
        this.problems = problems;
    }

    /// Reads every ecosystem folder.
    void read(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            for (Path ecosystem : children.filter(Files::isDirectory).sorted().toList()) {
                RecordSource.json(ecosystem, this::record);
            }
        }
    }

    /// What was read, a draft for each ecosystem release, sorted by name.
    List<SegmentDraft> drafts() {
        List<SegmentDraft> drafts = new ArrayList<>();
        byEcosystem.forEach((ecosystem, entries) ->
                drafts.add(new SegmentDraft(ecosystem, new ArrayList<>(entries.values()))));
        return drafts;
    }

    private void record(String name, InputStream content) throws IOException {
        try {
            JsonObject record = Json.parse(content, Json.DEFAULT_DEPTH).asObject();
            add(OsvParser.parse(record));
        } catch (JsonFormatException | FeedFormatException broken) {
            problems.accept(
                    Problem.of(
                            name,
                            "osv",
                            ProblemKind.MALFORMED,
                            String.valueOf(broken.getMessage())));
        }
    }

    private void add(OsvParser.Parsed parsed) {
        Advisory advisory = parsed.advisory();
        for (OsvParser.OsvAffected affected : parsed.affected()) {
            String ecosystem = affected.ecosystem();
            SegmentDraft.Entry entry =
                    byEcosystem
                            .computeIfAbsent(ecosystem, any -> new TreeMap<>())
                            .computeIfAbsent(
                                    advisory.id(),
                                    any -> new SegmentDraft.Entry(advisory, new LinkedHashMap<>()));
            entry.packages()
                    .computeIfAbsent(
                            PackageNames.fold(ecosystem, affected.name()), any -> new ArrayList<>())
                    .add(toAffected(affected));
        }
    }

    private static Affected toAffected(OsvParser.OsvAffected affected) {
        return new Affected(
                0,
                affected.ranges(),
                affected.versions(),
                affected.status(),
                affected.module(),
                affected.note(),
                false);
    }
}
