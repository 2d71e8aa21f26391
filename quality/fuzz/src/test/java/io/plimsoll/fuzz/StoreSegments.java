package io.plimsoll.fuzz;

import io.plimsoll.advisory.SegmentPatch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Segments of the store that ships.
public final class StoreSegments {
    private static final Path STORE = Path.of("../../data/advisories");
    private static final int MOST_PATCHES = 3;
    private static final int SMALL = 64 * 1024;

    private StoreSegments() {}

    /// The small ones, in the order of their sizes.
    public static List<byte[]> small() throws IOException {
        List<byte[]> segments = new ArrayList<>();
        try (Stream<Path> all = Files.list(STORE)) {
            for (Path file : all.sorted().toList()) {
                if (file.toString().endsWith(".seg") && Files.size(file) <= SMALL) {
                    segments.add(Files.readAllBytes(file));
                }
            }
        }
        segments.sort((one, other) -> Integer.compare(one.length, other.length));
        return segments;
    }

    /// Patches from the smallest one to the next ones: strangers, so each takes long to find.
    static List<byte[]> patches() throws IOException {
        List<byte[]> segments = small();
        return segments.stream()
                .limit(MOST_PATCHES)
                .flatMap(other -> SegmentPatch.between(segments.getFirst(), other).stream())
                .toList();
    }
}
