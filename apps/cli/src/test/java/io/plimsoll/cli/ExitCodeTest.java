package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {
    @Test
    void theGuideListsEveryExitCodeAndNoOther() throws IOException {
        List<String> listed =
                Files.readAllLines(Path.of("..", "..", "docs", "guide", "exit-codes.md")).stream()
                        .dropWhile(line -> !line.startsWith("| code |"))
                        .skip(2)
                        .takeWhile(line -> line.startsWith("|"))
                        .map(line -> line.substring(1, line.indexOf('|', 1)).strip())
                        .toList();
        assertThat(listed)
                .isEqualTo(
                        Arrays.stream(ExitCode.values())
                                .map(code -> String.valueOf(code.code()))
                                .toList());
    }
}
