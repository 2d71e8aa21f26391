package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Processes that share a cache and a store, and processes that are killed: the same bytes, and
/// nothing half-written.
final class ConcurrencyTest {
    private static final int AT_ONCE = 16;
    private static final int KILLS = 50;

    /// What the sweep once a day leaves for others to see.
    private static final String MARKER = "layers/.swept";

    /// What a killed process may leave, and a later one takes away.
    private static final String TEMPORARY =
            "(.*/)?(\\.draft-\\d+-\\d+|\\.spool-\\d+-\\d+|plimsoll-[0-9a-f]+\\.spool)";

    @TempDir static Path shared;

    @TempDir Path folder;

    private static String[] scan;
    private static String expected = "";
    private static Map<String, String> entries = Map.of();
    private static long millis;

    /// One undisturbed run: its bytes, what it leaves in its cache, how long it takes.
    @BeforeAll
    static void alone() throws IOException, InterruptedException {
        scan =
                new String[] {
                    Repository.launcher().toString(),
                    "scan",
                    "--format=json",
                    "docker-archive:" + Storm.image(shared)
                };
        Storm storm = storm(shared);
        long start = System.nanoTime();
        Storm.Outcome outcome = storm.start(scan).end();
        millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
        assertThat(outcome.code()).as(outcome.err()).isZero();
        expected = outcome.out();
        entries = withoutMarker(shared);
        assertThat(expected).contains("pkg:deb/debian/tool-400", "pkg:npm/module-1");
        assertThat(entries).hasSize(2 * 12);
    }

    @Test
    void sixteenAtOnceOnAColdCacheGiveTheSameBytes() throws Exception {
        List<Storm.Outcome> outcomes = storm(folder).together(AT_ONCE, scan);
        assertThat(outcomes)
                .hasSize(AT_ONCE)
                .allSatisfy(outcome -> assertThat(outcome.out()).isEqualTo(expected));
        assertThat(withoutMarker(folder)).isEqualTo(entries);
    }

    @Test
    void aProcessKilledAtAnyMomentLeavesNothingHalfWritten() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Storm storm = storm(folder);
        for (int i = 0; i < KILLS; i++) {
            storm.start(scan).killAfter(random.nextLong(millis) + 1);
            Map<String, String> left = withoutMarker(folder);
            left.keySet().removeIf(name -> name.matches(TEMPORARY));
            assertThat(entries).as("kill %d of seed %d", i, seed).containsAllEntriesOf(left);
            if (i % 10 == 9) {
                new Program(folder).lines("rm", "-rf", folder.resolve("cache/layers").toString());
            }
        }
        assertThat(storm.start(scan).end().out()).as("seed %d", seed).isEqualTo(expected);
        Map<String, String> left = withoutMarker(folder);
        left.keySet().removeIf(name -> name.matches(TEMPORARY));
        assertThat(left).isEqualTo(entries);
    }

    private static Storm storm(Path folder) {
        return new Storm(folder).with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString());
    }

    private static Map<String, String> withoutMarker(Path folder) throws IOException {
        Path cache = folder.resolve("cache");
        Map<String, String> files =
                Files.exists(cache) ? new TreeMap<>(Storm.files(cache)) : new TreeMap<>();
        files.remove(MARKER);
        return files;
    }
}
