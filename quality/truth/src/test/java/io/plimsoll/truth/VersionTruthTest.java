package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The tables `truth/versions/<scheme>.tsv`: every row holds, in both directions.
final class VersionTruthTest {
    /// Rows that the ecosystem's own tool contradicts, with what it says. The tool is followed.
    private static final Map<String, String> DISPUTED =
            Map.of(
                    "1.0.0~rc1\t<\t1.0.0",
                    "alpm: vercmp of pacman 6.0.2 says the opposite, it gives '~' no meaning",
                    "v3.4\t<\tv3.4.0-alpha",
                    "composer: normalize() gives 3.4.0.0 and 3.4.0.0-alpha, which is the older",
                    "v4-beta4\t<\tv4.0-alpha",
                    "composer: normalize() gives 4.0.0.0-beta4 and 4.0.0.0-alpha, the older",
                    "dev-foo\t<\t1.26.0",
                    "composer: a constraint never holds a branch, so a branch has no order");

    @Test
    void everyRowOfEveryTableHolds() throws IOException {
        List<String> wrong = new ArrayList<>();
        Map<String, Integer> rows = new TreeMap<>();
        for (VersionScheme scheme : VersionSchemes.all()) {
            Path table =
                    SharedFolder.find().resolve("truth/versions").resolve(scheme.id() + ".tsv");
            if (Files.exists(table)) {
                List<String> lines = Files.readAllLines(table, StandardCharsets.UTF_8);
                lines.stream()
                        .filter(line -> !line.startsWith("#"))
                        .filter(line -> !holds(scheme, line))
                        .forEach(wrong::add);
                rows.put(scheme.id(), lines.size() - 1);
            }
        }
        assertThat(wrong).containsExactlyInAnyOrderElementsOf(DISPUTED.keySet());
        assertThat(rows)
                .containsOnlyKeys(
                        "alpm",
                        "apk",
                        "composer",
                        "deb",
                        "gem",
                        "golang",
                        "maven",
                        "npm",
                        "nuget",
                        "pypi",
                        "rpm",
                        "semver");
        assertThat(rows.values().stream().mapToInt(Integer::intValue).sum()).isGreaterThan(19_000);
    }

    private static boolean holds(VersionScheme scheme, String line) {
        List<String> cells = List.of(line.split("\t", -1));
        int expected = cells.get(1).equals("<") ? -1 : 0;
        try {
            int forth = Integer.signum(scheme.compare(cells.get(0), cells.get(2)));
            int back = Integer.signum(scheme.compare(cells.get(2), cells.get(0)));
            return forth == expected && back == -expected;
        } catch (InvalidVersionException e) {
            return false;
        }
    }
}
