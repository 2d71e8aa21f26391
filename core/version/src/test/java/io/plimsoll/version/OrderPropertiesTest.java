package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The laws of an order, on versions made by changing those of the tables at random.
final class OrderPropertiesTest {
    private static final long SEED = 20_260_101L;
    private static final int VERSIONS = 150;
    private static final List<String> PIECES =
            List.of(
                    "0", "1", "9", "10", "00", "01", ".", ".", ".", "-", "~", "^", "+", "_", "a",
                    "b", "rc", "alpha", "beta", "p", "r1", "-r1", "_rc1", "dev", "post", "final",
                    "sp");

    /// Maven and pacman themselves break the law for versions that nobody releases: Maven has
    /// `1.0-beta-1` < `1..0` < `1.b.00re8` < `1.0-beta-1`, `vercmp` has `1.5-1` < `1.~r10-r1` <
    /// `1^-^2` < `1.5-1`. There the law is tested on the versions of the tables.
    private static final List<String> NOT_ALWAYS_TRANSITIVE = List.of("alpm", "maven");

    static List<VersionScheme> schemes() {
        return VersionSchemes.all();
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void everyVersionEqualsItself(VersionScheme scheme) throws InvalidVersionException {
        for (String version : versions(scheme)) {
            assertThat(scheme.compare(version, version)).as(version).isZero();
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void swappingTheSidesSwapsTheSign(VersionScheme scheme) throws InvalidVersionException {
        List<String> versions = versions(scheme);
        for (String left : versions) {
            for (String right : versions) {
                assertThat(sign(scheme, left, right))
                        .as("%s and %s", left, right)
                        .isEqualTo(-sign(scheme, right, left));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void orderIsTransitive(VersionScheme scheme) throws InvalidVersionException {
        List<String> versions =
                NOT_ALWAYS_TRANSITIVE.contains(scheme.id())
                        ? VersionTables.validVersions(scheme).stream()
                                .filter(version -> !isWithoutRelease(scheme, version))
                                .toList()
                        : versions(scheme);
        int[][] signs = new int[versions.size()][versions.size()];
        for (int i = 0; i < versions.size(); i++) {
            for (int j = 0; j < versions.size(); j++) {
                signs[i][j] = sign(scheme, versions.get(i), versions.get(j));
            }
        }
        for (int i = 0; i < versions.size(); i++) {
            for (int j = 0; j < versions.size(); j++) {
                for (int k = 0; signs[i][j] <= 0 && k < versions.size(); k++) {
                    boolean holds = signs[j][k] > 0 || signs[i][k] <= 0;
                    boolean strict = signs[i][j] + signs[j][k] == 0 || signs[i][k] != 0;
                    if (!holds || (signs[j][k] <= 0 && !strict)) {
                        throw new AssertionError(
                                "%s: '%s', '%s', '%s'"
                                        .formatted(
                                                scheme.id(),
                                                versions.get(i),
                                                versions.get(j),
                                                versions.get(k)));
                    }
                }
            }
        }
    }

    private static int sign(VersionScheme scheme, String left, String right)
            throws InvalidVersionException {
        return Integer.signum(scheme.compare(left, right));
    }

    private static List<String> versions(VersionScheme scheme) {
        Random random = new Random(SEED);
        List<String> seeds = VersionTables.validVersions(scheme);
        List<String> versions = new ArrayList<>();
        while (versions.size() < VERSIONS) {
            String version = seeds.get(random.nextInt(seeds.size()));
            for (int changes = random.nextInt(4); changes > 0; changes--) {
                version = change(version, random);
            }
            if (isValid(scheme, version)) {
                versions.add(version);
            }
        }
        return versions;
    }

    private static String change(String version, Random random) {
        int at = random.nextInt(version.length() + 1);
        int end = Math.min(version.length(), at + random.nextInt(3));
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        return version.substring(0, at) + piece + version.substring(end);
    }

    /// For pacman a version without a release equals the version with any release.
    private static boolean isWithoutRelease(VersionScheme scheme, String version) {
        return scheme.id().equals("alpm") && version.indexOf('-') < 0;
    }

    private static boolean isValid(VersionScheme scheme, String version) {
        try {
            scheme.check(version);
            return true;
        } catch (InvalidVersionException e) {
            return false;
        }
    }
}
