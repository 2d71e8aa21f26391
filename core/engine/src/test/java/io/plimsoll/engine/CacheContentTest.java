package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CacheContentTest {
    private static final Instant NOW = Instant.parse("2026-11-24T12:00:00Z");
    private static final String FIRST = "layers/ab/" + "0".repeat(62);
    private static final String SECOND = "layers/ab/" + "1".repeat(62);

    @TempDir Path folder;

    @Test
    void anEmptyOrMissingCacheHoldsNothing() throws IOException {
        CacheContent.Status status = new CacheContent(folder.resolve("missing")).status();
        assertThat(status.files()).isZero();
        assertThat(status.oldest()).isEmpty();
    }

    @Test
    void statusCountsOwnFilesOnly() throws IOException {
        file(FIRST, NOW.minus(3, ChronoUnit.DAYS));
        file(SECOND, NOW);
        file("layers/ab/notes.txt", NOW);
        file("feeds/1/all.zip", NOW);
        CacheContent.Status status = new CacheContent(folder).status();
        assertThat(status.files()).isEqualTo(2);
        assertThat(status.bytes()).isEqualTo(8);
        assertThat(status.oldest()).contains(NOW.minus(3, ChronoUnit.DAYS));
        assertThat(status.newest()).contains(NOW);
    }

    @Test
    void clearTakesWhatIsOlderAndAbandonedAndNothingElse() throws IOException {
        Path old = file(FIRST, NOW.minus(3, ChronoUnit.DAYS));
        Path young = file(SECOND, NOW);
        Path draft = file("layers/ab/.draft-12-3", NOW.minus(2, ChronoUnit.HOURS));
        Path current = file("layers/ab/.draft-12-4", NOW);
        Path spool = file(".spool-12-3", NOW.minus(2, ChronoUnit.HOURS));
        Path foreign = file("layers/ab/notes.txt", NOW.minus(9, ChronoUnit.DAYS));
        new CacheContent(folder).clear(NOW.minus(1, ChronoUnit.DAYS), NOW);
        assertThat(old).doesNotExist();
        assertThat(draft).doesNotExist();
        assertThat(spool).doesNotExist();
        assertThat(young).exists();
        assertThat(current).exists();
        assertThat(foreign).exists();
    }

    @Test
    void aSweepTakesWhatIsUnusedForAMonthOnceADay() throws IOException {
        Path unused = file(FIRST, NOW.minus(31, ChronoUnit.DAYS));
        Path written = file(SECOND, NOW);
        CacheContent content = new CacheContent(folder);
        content.sweep(written);
        assertThat(unused).doesNotExist();
        Path again = file(FIRST, NOW.minus(31, ChronoUnit.DAYS));
        content.sweep(written);
        assertThat(again).exists();
    }

    @Test
    void anEntryThatIsUsedCountsAsUsed() throws IOException {
        Path entry = file(FIRST, NOW.minus(31, ChronoUnit.DAYS));
        Instant yesterday = NOW.minus(1, ChronoUnit.DAYS);
        CacheContent.used(entry, yesterday);
        assertThat(Files.getLastModifiedTime(entry).toInstant()).isEqualTo(yesterday);
    }

    private Path file(String name, Instant modified) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(folder.resolve("layers/ab"));
        Files.createDirectories(folder.resolve("feeds/1"));
        Files.writeString(file, "1234");
        Files.setLastModifiedTime(file, FileTime.from(modified));
        return file;
    }
}
