package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionSchemes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The order of PEP 440 against the Python library `packaging`, and what is a version at all.
final class PypiOracleTest {
    private static final int PAIRS = 30_000;
    private static final List<String> ALPHABET =
            List.of(
                    "0", "1", "00", "10", "9", ".", "-", "_", "+", "!", "a", "b", "c", "rc", "v",
                    "alpha", "beta", "pre", "preview", "post", "rev", "r", "dev", "+local", "+1",
                    "1!", ".DEV1", " ");
    private static final String SCRIPT =
            """
            import sys
            try:
                from packaging.version import Version, InvalidVersion
            except ImportError:
                from pip._vendor.packaging.version import Version, InvalidVersion
            for line in sys.stdin:
                left, right = line.rstrip("\\n").split("\\t")
                try:
                    left, right = Version(left), Version(right)
                    print((left > right) - (left < right))
                except InvalidVersion:
                    print("invalid")
            """;

    @TempDir Path folder;

    @Test
    void packagingAgreesOnRealAndChangedVersions() throws IOException, InterruptedException {
        List<VersionPair> pairs = VersionPair.of(OsvBounds.of("PyPI"), PAIRS, ALPHABET);
        StringBuilder input = new StringBuilder();
        pairs.forEach(
                pair -> input.append(pair.left()).append('\t').append(pair.right()).append('\n'));
        List<String> command = List.of("python3", "-c", SCRIPT);

        List<String> signs = Tool.run(folder, command, input.toString(), "python3-packaging");

        assertThat(signs).hasSameSizeAs(pairs);
        assertThat(signs.stream().filter(sign -> !sign.equals("invalid")).count())
                .isGreaterThan(10_000);
        List<String> wrong = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            if (!sign(pairs.get(i)).equals(signs.get(i))) {
                wrong.add(pairs.get(i) + ": packaging says " + signs.get(i));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String sign(VersionPair pair) {
        try {
            int order = VersionSchemes.PYPI.compare(pair.left(), pair.right());
            return Integer.toString(Integer.signum(order));
        } catch (InvalidVersionException e) {
            return "invalid";
        }
    }
}
