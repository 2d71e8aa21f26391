package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.VersionSchemes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of rpm against `rpm.vercmp`, all pairs in one process.
final class RpmOracleTest {
    private static final int PAIRS = 30_000;

    @TempDir Path folder;

    @Test
    void rpmAgreesOnRealAndChangedVersions() throws IOException, InterruptedException {
        Set<String> bounds = new TreeSet<>(OsvBounds.of("AlmaLinux"));
        bounds.addAll(OsvBounds.of("Red Hat"));
        List<VersionPair> pairs =
                VersionPair.of(
                                new ArrayList<>(bounds),
                                PAIRS,
                                List.of(
                                        "0", "1", "10", "9", ".", "-", "~", "^", "+", ":", "a", "Z",
                                        "el9", "_"))
                        .stream()
                        .filter(pair ->
                                Order.isValid(VersionSchemes.RPM, pair.left())
                                        && Order.isValid(VersionSchemes.RPM, pair.right()))
                        .toList();
        assertThat(pairs).hasSizeGreaterThan(10_000);

        List<String> signs = signs(pairs);

        assertThat(signs).hasSameSizeAs(pairs);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            VersionPair pair = pairs.get(i);
            int order = Order.sign(VersionSchemes.RPM, pair.left(), pair.right());
            if (order != Integer.parseInt(signs.get(i))) {
                wrong.add(pair + ": rpm says " + signs.get(i));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private List<String> signs(List<VersionPair> pairs) throws IOException, InterruptedException {
        StringBuilder lines = new StringBuilder();
        pairs.forEach(
                pair -> lines.append(pair.left()).append('\n').append(pair.right()).append('\n'));
        Path file = folder.resolve("pairs");
        Files.writeString(file, lines, StandardCharsets.UTF_8);
        String lua =
                """
                %%{lua:
                local file = io.open("%s")
                local left = file:read("*l")
                while left do
                  print(rpm.vercmp(left, file:read("*l")) .. "\\n")
                  left = file:read("*l")
                end
                }\
                """
                        .formatted(file);
        return Tool.run(folder, List.of("rpm", "--eval", lua), "", "rpm").stream()
                .filter(line -> !line.isBlank())
                .toList();
    }
}
