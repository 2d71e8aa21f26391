package io.plimsoll.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.StoreFiles;
import io.plimsoll.advisory.StoreIndex;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Several processes on one store, one of which updates it.
final class StoreSharingTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final int DAYS = 30;

    @TempDir Path folder;
    private SigningKey key;
    private Path mirror;
    private Path own;

    @BeforeEach
    void publish() throws Exception {
        key = Stores.key(folder, "key");
        mirror = folder.resolve("mirror");
        own = folder.resolve("own");
        publish(0, NOW);
    }

    private void publish(int day, Instant now) throws Exception {
        Stores.publish(mirror, day, key);
        TrustedKeys keys = TrustedKeys.of(List.of(folder.resolve("key.pub")));
        try (FileOrigin origin = FileOrigin.open(mirror)) {
            new StoreUpdate(
                            origin,
                            own,
                            new UpdateRules(Optional.of(keys), Optional.empty()),
                            notice -> {})
                    .run(now);
        }
    }

    private int readDay() throws Exception {
        try (AdvisoryStore store = AdvisoryStore.open(own)) {
            LocalDate known = store.knownExploited(Stores.MARK).orElseThrow();
            int day = (int) ChronoUnit.DAYS.between(LocalDate.of(2021, 12, 1), known);
            assertThat(store.epss(Stores.MARK).orElseThrow().score()).isEqualTo(day / 100.0);
            return day;
        }
    }

    @Test
    void readersSeeTheOldSetOrTheNewOneAndNeverAMix() throws Exception {
        AtomicBoolean done = new AtomicBoolean();
        AtomicInteger reads = new AtomicInteger();
        Set<Integer> seen = new HashSet<>();
        Throwable[] failure = new Throwable[1];
        Thread reader =
                Thread.ofPlatform()
                        .start(() -> {
                            try {
                                while (!done.get()) {
                                    seen.add(readDay());
                                    reads.incrementAndGet();
                                }
                            } catch (Throwable failed) {
                                failure[0] = failed;
                            }
                        });
        for (int day = 1; day <= DAYS; day++) {
            publish(day, NOW);
        }
        done.set(true);
        reader.join();
        assertThat(failure[0]).isNull();
        assertThat(reads.get()).isGreaterThan(DAYS);
        assertThat(seen).hasSizeGreaterThan(2);
        assertThat(readDay()).isEqualTo(DAYS);
    }

    @Test
    void filesStayADayAfterTheyLeftTheSet() throws Exception {
        StoreIndex first = AdvisoryStore.readIndex(own);
        Path epss = own.resolve(first.find("epss").orElseThrow().fileName());
        Files.setLastModifiedTime(epss, FileTime.from(NOW.minus(Duration.ofDays(90))));
        Path fresh = Files.createFile(own.resolve(".draft-1-1"));
        Files.setLastModifiedTime(fresh, FileTime.from(NOW));
        Path stale = Files.createFile(own.resolve(".draft-1-2"));
        Files.setLastModifiedTime(stale, FileTime.from(NOW.minus(Duration.ofHours(2))));
        Path foreign = Files.createFile(own.resolve("notes.txt"));
        Files.setLastModifiedTime(foreign, FileTime.from(NOW.minus(Duration.ofDays(90))));
        publish(1, NOW);
        assertThat(epss).exists();
        assertThat(fresh).exists();
        assertThat(stale).doesNotExist();
        publish(2, NOW.plus(Duration.ofHours(23)));
        assertThat(epss).exists();
        publish(3, NOW.plus(Duration.ofHours(25)));
        assertThat(epss).doesNotExist();
        assertThat(foreign).exists();
        assertThat(StoreFiles.verify(own)).isEmpty();
    }

    @Test
    void anUpdateThatFindsNothingNewerSweepsWhatAKilledOneLeft() throws Exception {
        Path left = Files.createFile(own.resolve(".draft-1-2"));
        Files.setLastModifiedTime(left, FileTime.from(NOW.minus(Duration.ofHours(2))));
        publish(0, NOW);
        assertThat(left).doesNotExist();
    }

    @Test
    void anExportedFileIsAMirrorToo() throws Exception {
        Path file = folder.resolve("store.zip");
        StoreFiles.exportTo(own, file);
        Path other = folder.resolve("other");
        TrustedKeys keys = TrustedKeys.of(List.of(folder.resolve("key.pub")));
        try (FileOrigin origin = FileOrigin.open(file)) {
            StoreUpdate.Result result =
                    new StoreUpdate(
                                    origin,
                                    other,
                                    new UpdateRules(Optional.of(keys), Optional.empty()),
                                    notice -> {})
                            .run(NOW);
            assertThat(result.whole()).isEqualTo(3);
        }
        assertThat(StoreFiles.verify(other)).isEmpty();
        assertThat(other.resolve(StoreIndex.SIGNATURE_FILE_NAME)).exists();
    }
}
