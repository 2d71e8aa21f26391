package io.plimsoll.feeds;

import io.plimsoll.advisory.FactSegmentWriter;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.advisory.VulnerabilityFacts;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// Builds an advisory store from a folder in the feeds' own layouts: `osv/<Ecosystem>/`, `nvd/`,
/// `epss/`, `kev/`, `eol/`, `official-images/`, any of which may be missing.
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
        StoreIndex index = segments(out, created);
        new StoreWriter(out).writeIndex(index);
        return index;
    }

    /// Builds the segments and leaves the store's current set as it is.
    ///
    /// @param created the time that the index states
    /// @throws IOException if a feed could not be read or the store not be written
    public StoreIndex segments(Path out, Instant created) throws IOException {
        StoreWriter store = new StoreWriter(out);
        List<SegmentInfo> segments = new ArrayList<>();
        if (Files.isDirectory(from.resolve("osv"))) {
            segments.addAll(buildAdvisories(store));
        }
        facts("nvd", SegmentInfo.Kind.VULNERABILITIES, store, this::vulnerabilities)
                .ifPresent(segments::add);
        facts("epss", SegmentInfo.Kind.EPSS, store, this::epss).ifPresent(segments::add);
        facts("kev", SegmentInfo.Kind.KEV, store, this::kev).ifPresent(segments::add);
        facts("eol", SegmentInfo.Kind.EOL, store, this::eol).ifPresent(segments::add);
        facts("official-images", SegmentInfo.Kind.IMAGES, store, this::images)
                .ifPresent(segments::add);
        return new StoreIndex(created, segments);
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

    private Facts vulnerabilities(Path folder) throws IOException {
        Map<String, VulnerabilityFacts> facts = NvdFeed.read(folder, problems);
        Optional<LocalDate> modified =
                facts.values().stream()
                        .flatMap(each -> each.modified().stream())
                        .max(LocalDate::compareTo);
        return new Facts(FactSegmentWriter.vulnerabilities(facts), facts.size(), modified);
    }

    private Facts epss(Path folder) throws IOException {
        EpssFeed feed = EpssFeed.read(folder, problems);
        return new Facts(FactSegmentWriter.epss(feed.scores()), feed.scores().size(), feed.date());
    }

    private Facts kev(Path folder) throws IOException {
        KevFeed feed = KevFeed.read(folder, problems);
        return new Facts(FactSegmentWriter.kev(feed.dates()), feed.dates().size(), feed.released());
    }

    private Facts eol(Path folder) throws IOException {
        EolFeed feed = EolFeed.read(folder, problems);
        return new Facts(
                FactSegmentWriter.eol(feed.products()), feed.products().size(), feed.newest());
    }

    private Facts images(Path folder) throws IOException {
        OfficialImagesFeed feed = OfficialImagesFeed.read(folder, problems);
        return new Facts(
                FactSegmentWriter.images(feed.images()), feed.images().size(), feed.newest());
    }

    /// A segment of facts before it is written.
    private record Facts(ByteBuffer bytes, int records, Optional<LocalDate> modified) {
        Facts(byte[] bytes, int records, Optional<LocalDate> modified) {
            this(ByteBuffer.wrap(bytes), records, modified);
        }
    }

    /// Reads a feed's folder.
    private interface FactReader {
        Facts read(Path folder) throws IOException;
    }

    /// Builds the segment of a feed, whose folder has the segment's name; nothing where it is not
    /// wanted or not there.
    private Optional<SegmentInfo> facts(
            String name, SegmentInfo.Kind kind, StoreWriter store, FactReader reader)
            throws IOException {
        Path folder = from.resolve(name);
        if (!isWanted(name) || !Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Facts facts = reader.read(folder);
        FactSource source = FactSource.of(kind);
        return Optional.of(
                new SegmentInfo(
                        name,
                        kind,
                        "",
                        store.writeSegment(facts.bytes().array()),
                        facts.bytes().capacity(),
                        facts.records(),
                        0,
                        facts.modified(),
                        source.names(),
                        source.license()));
    }

    private boolean isWanted(String segment) {
        return only.isEmpty() || only.contains(segment);
    }
}
