package io.plimsoll.match;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.feeds.StoreBuilder;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.Finding;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// A real store built from OSV records that a test writes, and packages to hold against it.
final class StoreFixture {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    private final Path folder;
    private final List<InstalledPackage> packages = new ArrayList<>();
    private int records;

    StoreFixture(Path folder) {
        this.folder = folder;
    }

    /// An OSV record for one package, with further members: `"aliases": […], …`.
    void advisory(String id, String ecosystem, String name, String events, String... members)
            throws IOException {
        StringBuilder more = new StringBuilder();
        for (String member : members) {
            more.append(", ").append(member);
        }
        record(
                "{\"id\": \""
                        + id
                        + "\", \"affected\": ["
                        + affected(ecosystem, name, events)
                        + "]"
                        + more
                        + "}");
    }

    static String affected(String ecosystem, String name, String events) {
        return "{\"package\": {\"ecosystem\": \""
                + ecosystem
                + "\", \"name\": \""
                + name
                + "\"}, \"ranges\": [{\"type\": \"ECOSYSTEM\", \"events\": ["
                + events
                + "]}]}";
    }

    static String fixed(String version) {
        return "{\"introduced\": \"0\"}, {\"fixed\": \"" + version + "\"}";
    }

    void record(String json) throws IOException {
        file("osv/Any/" + records++ + ".json", json);
    }

    void file(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    /// Adds a package, by its name as id.
    void install(PackageRecord record) {
        install(record, Optional.empty());
    }

    void install(PackageRecord record, Optional<String> owner) {
        packages.add(
                new InstalledPackage(
                        record.name(),
                        record,
                        "pkg:generic/" + record.name(),
                        List.of(
                                new Location(
                                        new Evidence("/db", IdentifiedBy.PACKAGE_DATABASE),
                                        Optional.empty())),
                        List.of(),
                        Origin.UNKNOWN,
                        owner));
    }

    Assessment assess(String distribution, String version) throws IOException {
        new StoreBuilder(
                        folder,
                        Set.of(),
                        problem -> {
                            throw new AssertionError(problem);
                        })
                .build(folder.resolve("store"), Instant.EPOCH);
        try (AdvisoryStore store = AdvisoryStore.open(folder.resolve("store"))) {
            return new Matcher(store, TODAY)
                    .assess(
                            new Inventory(
                                    new Distribution(
                                            distribution, version, distribution, "", List.of(), ""),
                                    Map.of(),
                                    packages,
                                    List.of(),
                                    List.of()));
        }
    }

    /// `package id fixed` of each finding.
    static List<String> lines(Assessment assessment) {
        return assessment.findings().stream().map(StoreFixture::line).toList();
    }

    private static String line(Finding finding) {
        return finding.packageId()
                + " "
                + finding.id()
                + " "
                + String.join(",", finding.fix().versions());
    }
}
