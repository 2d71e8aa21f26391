package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionSchemes;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.artifact.versioning.ComparableVersion;
import org.junit.jupiter.api.Test;

/// The order of Maven against Maven's own `ComparableVersion`.
final class MavenOracleTest {
    private static final int PAIRS = 100_000;
    private static final List<String> ALPHABET =
            List.of(
                    "0",
                    "1",
                    "00",
                    "10",
                    "9",
                    ".",
                    "-",
                    "a",
                    "b",
                    "m",
                    "rc",
                    "cr",
                    "ga",
                    "final",
                    "release",
                    "snapshot",
                    "sp",
                    "alpha",
                    "beta",
                    "milestone",
                    "x",
                    "X",
                    "_",
                    "99999999999999999999");

    @Test
    void mavenAgreesOnRealAndChangedVersions() throws InvalidVersionException {
        List<VersionPair> pairs = VersionPair.of(OsvBounds.of("Maven"), PAIRS, ALPHABET);
        List<String> wrong = new ArrayList<>();
        for (VersionPair pair : pairs) {
            int expected =
                    new ComparableVersion(pair.left())
                            .compareTo(new ComparableVersion(pair.right()));
            int order = VersionSchemes.MAVEN.compare(pair.left(), pair.right());
            if (Integer.signum(order) != Integer.signum(expected)) {
                wrong.add(pair + ": Maven says " + expected);
            }
        }
        assertThat(pairs).hasSize(PAIRS);
        assertThat(wrong).isEmpty();
    }
}
