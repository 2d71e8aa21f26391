package io.plimsoll.advisory;

import io.plimsoll.model.Epss;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The advisory store, opened for reading: a folder with `index.json` and the segments it names.
///
/// Segments are mapped when first asked for. Safe for any number of threads; any number of processes
/// may read one folder while another replaces its index.
public final class AdvisoryStore implements AutoCloseable {
    private final Path folder;
    private final StoreIndex index;
    private final Arena arena = Arena.ofShared();
    private final Map<String, List<AdvisorySegment>> byEcosystem = new ConcurrentHashMap<>();
    private final Map<String, AdvisorySegment> advisories = new HashMap<>();
    private final Map<SegmentInfo.Kind, List<Table>> facts = new EnumMap<>(SegmentInfo.Kind.class);
    private Optional<Dictionary> vulnerabilityTexts = Optional.empty();

    private AdvisoryStore(Path folder, StoreIndex index) {
        this.folder = folder;
        this.index = index;
    }

    /// Opens a store.
    ///
    /// @throws AdvisoryStoreException if the folder holds none, or a damaged one
    public static AdvisoryStore open(Path folder) throws IOException {
        return new AdvisoryStore(folder, readIndex(folder));
    }

    /// Reads the index of a store.
    ///
    /// @throws AdvisoryStoreException if the folder holds none, or a damaged one
    public static StoreIndex readIndex(Path folder) throws IOException {
        Path file = folder.resolve(StoreIndex.FILE_NAME);
        try {
            return StoreIndex.parse(Files.readAllBytes(file), file.toString());
        } catch (NoSuchFileException missing) {
            throw new AdvisoryStoreException(
                    "no advisory data in "
                            + folder
                            + " (no index.json); `plimsoll db build` or `plimsoll db update` makes"
                            + " it",
                    missing);
        }
    }

    public Path folder() {
        return folder;
    }

    public StoreIndex index() {
        return index;
    }

    /// Segments of advisories for an ecosystem, or for a part of it: `Red Hat:enterprise_linux:9`
    /// finds `Red Hat:enterprise_linux:9::baseos` too.
    ///
    /// @throws UncheckedIOException around an {@link AdvisoryStoreException} if a segment's file
    ///     cannot be used
    public List<AdvisorySegment> advisoriesOf(String ecosystem) {
        return byEcosystem.computeIfAbsent(ecosystem, this::findAdvisories);
    }

    private List<AdvisorySegment> findAdvisories(String ecosystem) {
        String parts = ecosystem + "::";
        List<AdvisorySegment> found = new ArrayList<>();
        for (SegmentInfo info : index.segments()) {
            boolean fits = info.ecosystem().equals(ecosystem) || info.ecosystem().startsWith(parts);
            if (fits && info.kind() == SegmentInfo.Kind.ADVISORIES) {
                found.add(advisories(info));
            }
        }
        return List.copyOf(found);
    }

    /// Opens an advisory segment of this store.
    public synchronized AdvisorySegment advisories(SegmentInfo info) {
        return advisories.computeIfAbsent(info.name(), any -> openAdvisories(info));
    }

    /// What is known of a vulnerability apart from the packages it is in.
    public VulnerabilityFacts vulnerability(String id) {
        return table(SegmentInfo.Kind.VULNERABILITIES, 1)
                .flatMap(table -> FactSegments.vulnerability(table, texts(), id))
                .orElse(VulnerabilityFacts.NONE);
    }

    /// The probability that a vulnerability is exploited.
    public Optional<Epss> epss(String id) {
        return table(SegmentInfo.Kind.EPSS, 0).flatMap(table -> FactSegments.epss(table, id));
    }

    /// The day on which a vulnerability became known as exploited.
    public Optional<LocalDate> knownExploited(String id) {
        return table(SegmentInfo.Kind.KEV, 0).flatMap(table -> FactSegments.kev(table, id));
    }

    /// The release cycles of a product in endoflife.date's name for it; empty where unknown.
    public List<ReleaseCycle> cycles(String product) {
        return table(SegmentInfo.Kind.EOL, 0)
                .map(table -> FactSegments.cycles(table, product))
                .orElse(List.of());
    }

    /// The builds of an official image, by its name without `library/`; empty where there is none.
    public List<OfficialImage> officialImages(String name) {
        return table(SegmentInfo.Kind.IMAGES, 0)
                .map(table -> FactSegments.images(table, name))
                .orElse(List.of());
    }

    /// The oldest date among the segments' newest records, for the segments named.
    public Optional<LocalDate> oldest(List<SegmentInfo> segments) {
        return segments.stream()
                .flatMap(info -> info.modified().stream())
                .min(LocalDate::compareTo);
    }

    @Override
    public void close() {
        arena.close();
    }

    private synchronized Optional<Table> table(SegmentInfo.Kind kind, int number) {
        List<Table> tables = facts.computeIfAbsent(kind, this::openTables);
        return tables.isEmpty() ? Optional.empty() : Optional.of(tables.get(number));
    }

    private synchronized Dictionary texts() {
        Dictionary known =
                vulnerabilityTexts.orElseGet(() ->
                        table(SegmentInfo.Kind.VULNERABILITIES, 0)
                                .map(Dictionary::read)
                                .orElseGet(Dictionary::new));
        vulnerabilityTexts = Optional.of(known);
        return known;
    }

    private AdvisorySegment openAdvisories(SegmentInfo info) {
        try {
            return AdvisorySegment.open(info, fileOf(info), arena);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private List<Table> openTables(SegmentInfo.Kind kind) {
        try {
            for (SegmentInfo info : index.segments()) {
                if (info.kind() == kind) {
                    // Vulnerabilities have a table of texts beside the first.
                    int least = kind == SegmentInfo.Kind.VULNERABILITIES ? 2 : 1;
                    return SegmentFile.open(fileOf(info), least, arena);
                }
            }
            return List.of();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private Path fileOf(SegmentInfo info) throws AdvisoryStoreException {
        Path file = folder.resolve(info.fileName());
        if (!Files.isRegularFile(file)) {
            throw new AdvisoryStoreException(
                    "segment '"
                            + info.name()
                            + "' is missing: "
                            + file
                            + "; `plimsoll db verify` checks the store");
        }
        return file;
    }
}
