package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CacheCommandTest {
    @TempDir Path folder;

    @Test
    void clearRemovesEntriesAndStatusSaysWhatIsThere() throws IOException {
        Path entry = folder.resolve("cache/layers/ab/" + "0".repeat(62));
        Path foreign = folder.resolve("cache/layers/ab/notes.txt");
        Files.createDirectories(folder.resolve("cache/layers/ab"));
        Files.writeString(entry, "1234");
        Files.writeString(foreign, "1234");
        assertThat(Call.of(folder, "cache", "status").out()).contains("1 files, 4 bytes");
        assertThat(Call.of(folder, "cache", "clear", "--older-than=1h").out())
                .contains("removed 0 ");
        assertThat(Call.of(folder, "cache", "clear").out()).contains("removed 1 files, 4 bytes");
        assertThat(entry).doesNotExist();
        assertThat(foreign).exists();
    }

    @Test
    void durationsAreWrittenAsTheyAreRead() {
        assertThat(Durations.parse("--timeout", "90s")).isEqualTo(Duration.ofSeconds(90));
        assertThat(Durations.parse("--timeout", "1h30m")).isEqualTo(Duration.ofMinutes(90));
        assertThat(Durations.parse("--older-than", "30d")).isEqualTo(Duration.ofDays(30));
        assertThat(Durations.text(Duration.ofSeconds(5430))).isEqualTo("1h30m30s");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0s", "90", "-5s", "1 h", "5x", "9999999s"})
    void whatIsNoDurationIsRefused(String text) {
        assertThatThrownBy(() -> Durations.parse("--timeout", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--timeout");
    }
}
