package io.plimsoll.feeds;

import io.plimsoll.advisory.FactSegmentWriter;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.advisory.VulnerabilityFacts;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Builds an advisory store from a folder in the feeds' own layouts: `osv/<Ecosystem>/`, `nvd/`,
/// `epss/`, `kev/`, `eol/`, any of which may be missing.
public final class StoreBuilder {
    private final Path from;
    private final Set<String> only;
    private final Consumer<Problem> problems;

    /// @param from the folder of the feeds
    /// @param only names of the segments to build; empty for all
    /// @param problems takes what could not be read
    public StoreBuilder(Path from, Set<String> only, Consumer<Problem> problems) {
        this.from = from;
        this.only = Set.copyOf(only);
        this.problems = problems;
    }

    /// Builds the segments and makes them the store's current set.
    ///
    /// @param created the time that the index states
    /// @throws IOException if a feed could not be read or the store not be written
    public StoreIndex build(Path out, Instant created) throws IOException {
        StoreWriter store = new StoreWriter(out);
        List<SegmentInfo> segments = new ArrayList<>();
        if (Files.isDirectory(from.resolve("osv"))) {
            segments.addAll(buildAdvisories(store));
        }
        buildVulnerabilities(store).ifPresent(segments::add);
        buildEpss(store).ifPresent(segments::add);
        buildKev(store).ifPresent(segments::add);
        buildEol(store).ifPresent(segments::add);
        StoreIndex index = new StoreIndex(created, segments);
        store.writeIndex(index);
        return index;
    }

    private List<SegmentInfo> buildAdvisories(StoreWriter store) throws IOException {
        OsvFeed feed = new OsvFeed(problems);
        feed.read(from.resolve("osv"));
        List<SegmentInfo> segments = new ArrayList<>();
        for (SegmentDraft draft : feed.drafts()) {
            if (isWanted(draft.name())) {
                segments.add(ErrataSources.completed(draft).write(store));
            }
        }
        return segments;
    }

    private Optional<SegmentInfo> buildVulnerabilities(StoreWriter store) throws IOException {
        Path folder = from.resolve("nvd");
        if (!isWanted("nvd") || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Map<String, VulnerabilityFacts> facts = NvdFeed.read(folder, problems);
        Optional<LocalDate> modified =
                facts.values().stream()
                        .flatMap(each -> each.modified().stream())
                        .max(LocalDate::compareTo);
        byte[] bytes = FactSegmentWriter.vulnerabilities(facts);
        return Optional.of(
                info(
                        "nvd",
                        SegmentInfo.Kind.VULNERABILITIES,
                        store,
                        bytes,
                        facts.keySet(),
                        modified));
    }

    private Optional<SegmentInfo> buildEpss(StoreWriter store) throws IOException {
        Path folder = from.resolve("epss");
        if (!isWanted("epss") || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        EpssFeed feed = EpssFeed.read(folder, problems);
        byte[] bytes = FactSegmentWriter.epss(feed.scores());
        return Optional.of(
                info(
                        "epss",
                        SegmentInfo.Kind.EPSS,
                        store,
                        bytes,
                        feed.scores().keySet(),
                        feed.date()));
    }

    private Optional<SegmentInfo> buildKev(StoreWriter store) throws IOException {
        Path folder = from.resolve("kev");
        if (!isWanted("kev") || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        KevFeed feed = KevFeed.read(folder, problems);
        byte[] bytes = FactSegmentWriter.kev(feed.dates());
        return Optional.of(
                info(
                        "kev",
                        SegmentInfo.Kind.KEV,
                        store,
                        bytes,
                        feed.dates().keySet(),
                        feed.released()));
    }

    private Optional<SegmentInfo> buildEol(StoreWriter store) throws IOException {
        Path folder = from.resolve("eol");
        if (!isWanted("eol") || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        EolFeed feed = EolFeed.read(folder, problems);
        byte[] bytes = FactSegmentWriter.eol(feed.products());
        return Optional.of(
                info(
                        "eol",
                        SegmentInfo.Kind.EOL,
                        store,
                        bytes,
                        feed.products().keySet(),
                        feed.newest()));
    }

    private boolean isWanted(String segment) {
        return only.isEmpty() || only.contains(segment);
    }

    private static SegmentInfo info(
            String name,
            SegmentInfo.Kind kind,
            StoreWriter store,
            byte[] bytes,
            Collection<String> keys,
            Optional<LocalDate> modified)
            throws IOException {
        FactSource source = FactSource.of(kind);
        return new SegmentInfo(
                name,
                kind,
                "",
                store.writeSegment(bytes),
                bytes.length,
                keys.size(),
                0,
                modified,
                source.names(),
                source.license());
    }
}
