package io.plimsoll.truth;

import io.plimsoll.feeds.StoreBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// An advisory store built from the feeds in the shared folder, once a run: what a test finds wrong
/// can lie in the import, the store, the catalogers or the matcher.
final class SharedStore {
    private static final Path FOLDER = build();

    private SharedStore() {}

    /// The store's folder.
    static Path folder() {
        return FOLDER;
    }

    private static Path build() {
        Path out = Path.of("target", "advisories").toAbsolutePath();
        List<String> problems = new ArrayList<>();
        try {
            new StoreBuilder(
                            SharedFolder.find().resolve("vulndata"),
                            Set.of(),
                            problem -> problems.add(problem.path() + ": " + problem.reason()))
                    .build(out, Instant.parse("2026-11-22T00:00:00Z"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!problems.isEmpty()) {
            throw new AssertionError("records that could not be read: " + problems);
        }
        return out;
    }
}
