package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Bounds of real advisories: a scheme that refuses many of them would leave verdicts undecided.
final class OsvBoundsTest {
    @ParameterizedTest
    @CsvSource({
        "AlmaLinux, rpm, 0",
        "Alpine, apk, 0",
        "Bitnami, bitnami, 1",
        "Debian, deb, 0",
        "Go, golang, 0",
        "Hex, hex, 0",
        "Maven, maven, 0",
        "NuGet, nuget, 0",
        "Packagist, composer, 0",
        "PyPI, pypi, 10",
        "Red Hat, rpm, 0",
        "RubyGems, gem, 0",
        "Wolfi, apk, 1",
        "crates.io, cargo, 0",
        "npm, npm, 5"
    })
    void advisoriesHaveFewBoundsThatAreNoVersions(String ecosystem, String id, int perMille) {
        VersionScheme scheme = VersionSchemes.of(id).orElseThrow();
        List<String> bounds = OsvBounds.of(ecosystem);
        List<String> refused =
                bounds.stream().filter(bound -> !Order.isValid(scheme, bound)).toList();

        assertThat(bounds).hasSizeGreaterThan(100);
        assertThat(refused)
                .as("%s", refused)
                .hasSizeLessThanOrEqualTo(bounds.size() * perMille / 1000);
    }
}
