package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.VersionSchemes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of deb against `dpkg --compare-versions`.
final class DebOracleTest {
    private static final int PAIRS = 12_000;

    /// One process of dpkg a pair; prints the pairs that dpkg denies.
    private static final String SCRIPT =
            """
            while IFS='\t' read -r left operator right; do
              dpkg --compare-versions "$left" "$operator" "$right" 2>/dev/null ||
                echo "$left $operator $right"
            done
            """;

    @TempDir Path folder;

    @Test
    void dpkgAgreesOnRealAndChangedVersions() throws IOException, InterruptedException {
        List<String> versions = versions();
        List<VersionPair> pairs = neighbours(versions);
        pairs.addAll(
                VersionPair.of(
                        versions,
                        PAIRS,
                        List.of(
                                "0", "1", "10", "9", ".", "-", "~", "+", ":", "a", "Z", "deb",
                                "_")));
        StringBuilder input = new StringBuilder();
        int valid = 0;
        for (VersionPair pair : pairs) {
            if (Order.isValid(VersionSchemes.DEB, pair.left())
                    && Order.isValid(VersionSchemes.DEB, pair.right())) {
                int order = Order.sign(VersionSchemes.DEB, pair.left(), pair.right());
                String operator = order < 0 ? "lt" : order > 0 ? "gt" : "eq";
                input.append("%s\t%s\t%s\n".formatted(pair.left(), operator, pair.right()));
                valid++;
            }
        }
        assertThat(valid).isGreaterThan(10_000);
        assertThat(run(SCRIPT, input.toString())).isEmpty();
    }

    @Test
    void dpkgRefusesWhatIsRefused() throws IOException, InterruptedException {
        StringBuilder input = new StringBuilder();
        List<String> refused =
                VersionPair.of(versions(), PAIRS, List.of("-", ":", " ", "a:", "0:", "1-", "9"))
                        .stream()
                        .map(VersionPair::right)
                        .filter(version -> !Order.isValid(VersionSchemes.DEB, version))
                        .filter(version -> !version.isBlank() && !version.startsWith("-"))
                        .distinct()
                        .limit(500)
                        .toList();
        refused.forEach(version -> input.append(version).append('\n'));

        assertThat(refused).hasSizeGreaterThan(300);
        assertThat(
                        run(
                                """
                                while IFS= read -r version; do
                                  dpkg --compare-versions "$version" eq "$version" 2>/dev/null &&
                                    echo "$version"
                                done
                                true
                                """,
                                input.toString()))
                .isEmpty();
    }

    /// Sorted by our order, each version has to be below the next one for dpkg as well.
    private static List<VersionPair> neighbours(List<String> versions) {
        List<String> sorted = new ArrayList<>(versions);
        sorted.sort((left, right) -> Order.sign(VersionSchemes.DEB, left, right));
        List<VersionPair> pairs = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            pairs.add(new VersionPair(sorted.get(i - 1), sorted.get(i)));
        }
        return pairs;
    }

    private List<String> run(String script, String input) throws IOException, InterruptedException {
        return Tool.run(
                folder,
                List.of("sh", "-c", "command -v dpkg >&2 || exit 3\n" + script),
                input,
                "dpkg");
    }

    private List<String> versions() throws IOException, InterruptedException {
        String list =
                "dpkg-query -W -f '${Version}\\n'; apt-cache dumpavail | sed -n 's/^Version: //p'";
        Set<String> versions =
                new TreeSet<>(Tool.run(folder, List.of("sh", "-c", list), "", "apt"));
        assertThat(versions).as("versions of the package index").hasSizeGreaterThan(10_000);
        versions.addAll(OsvBounds.of("Debian"));
        return new ArrayList<>(versions);
    }
}
