package io.plimsoll.base.index;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// Entries of an index.
public final class IndexedImages {
    private IndexedImages() {}

    /// An image of one layer, made on a day of January.
    public static IndexedImage of(String name, int day, String system, String release) {
        return new IndexedImage(
                List.of(name),
                List.of(),
                Optional.of(digest(name + day + "id")),
                List.of(digest(name + day)),
                "linux/amd64",
                Optional.of(Instant.parse("2026-01-0" + day + "T00:00:00Z")),
                1_000_000L * day,
                List.of(digest(name + day + "layer")),
                List.of("ADD " + name + " of day " + day),
                new Distribution(system, release, system + " " + release, "", List.of(), ""),
                10,
                LocalDate.of(2026, 2, 1),
                Optional.of("team.pub"));
    }

    private static Digest digest(String seed) {
        String hex = String.format("%08x", seed.hashCode());
        return new Digest("sha256", hex.repeat(8));
    }
}
