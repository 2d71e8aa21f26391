package io.plimsoll.advisory;

import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import io.plimsoll.fuzz.StoreSegments;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// Files of the advisory store, which may come from a mirror.
public final class SegmentFuzz {
    private SegmentFuzz() {}

    /// A segment of advisories: opened, looked up in, walked through.
    public static void advisories(byte[] input) throws IOException {
        Path file = Scratch.write("segment", input);
        try (Arena arena = Arena.ofConfined()) {
            AdvisorySegment segment = AdvisorySegment.open(info(), file, arena);
            segment.find("openssl").forEach(each -> segment.advisory(each.advisory()));
            segment.find("");
            segment.packagesOf("CVE-2024-5535");
            segment.forEachAdvisory(each -> {});
            segment.forEachPackage((name, all) -> {});
        } catch (AdvisoryStoreException | MalformedSegmentException documented) {
            // It says so itself.
        }
    }

    /// A segment of facts, read as each of the four kinds.
    public static void facts(byte[] input) throws IOException {
        Path file = Scratch.write("facts", input);
        try (Arena arena = Arena.ofConfined()) {
            List<Table> tables = SegmentFile.open(file, 1, arena);
            for (Table table : tables) {
                all(table, tables.getFirst());
            }
        } catch (AdvisoryStoreException documented) {
            // It says so itself.
        }
    }

    private static void all(Table table, Table texts) {
        List<Runnable> reads =
                List.of(
                        () -> FactSegments.epss(table, "CVE-2024-5535"),
                        () -> FactSegments.kev(table, "CVE-2024-5535"),
                        () -> FactSegments.cycles(table, "debian"),
                        () ->
                                FactSegments.vulnerability(
                                        table, Dictionary.read(texts), "CVE-2024-5535"));
        for (Runnable read : reads) {
            try {
                read.run();
            } catch (MalformedSegmentException documented) {
                // It says so itself.
            }
        }
    }

    /// A patch for the smallest segment of the store that ships.
    public static void patch(byte[] input) {
        try {
            SegmentPatch.apply(Holder.OLDER, input);
        } catch (MalformedSegmentException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }

    private static final class Holder {
        private static final byte[] OLDER = smallest();

        private static byte[] smallest() {
            try {
                return StoreSegments.small().getFirst();
            } catch (IOException failed) {
                throw new java.io.UncheckedIOException(failed);
            }
        }
    }

    /// The index of a store.
    public static void index(byte[] input) {
        try {
            for (SegmentInfo segment : StoreIndex.parse(input, "index.json").segments()) {
                FuzzTarget.require(
                        segment.fileName().matches("[0-9a-f]{64,128}\\.seg"), segment.fileName());
            }
        } catch (AdvisoryStoreException documented) {
            // It says so itself.
        }
    }

    private static SegmentInfo info() {
        return new SegmentInfo(
                "fuzz",
                SegmentInfo.Kind.ADVISORIES,
                "Debian:12",
                Digest.parse("sha256:" + "0".repeat(64)),
                0,
                0,
                0,
                Optional.empty(),
                List.of(),
                "CC0-1.0");
    }
}
