package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Applications with holes that everybody knows: the package, the fix, the place and the layer.
final class ApplicationsTest {
    private static final String LOG4J = "/srv/app.ear!/web.war!/WEB-INF/lib/log4j-core-2.14.1.jar";

    @TempDir static Path folder;

    private static ApplicationImage image;
    private static ScanReport report;

    @BeforeAll
    static void scan() throws IOException, InterruptedException {
        image = ApplicationImage.build(folder);
        report = Scans.of("docker-archive:" + image.write(folder.resolve("image.tar")));
    }

    @ParameterizedTest
    @CsvSource({
        "CVE-2020-8203, pkg:npm/lodash@4.17.15, 4.17.19",
        "CVE-2021-23337, pkg:npm/lodash@4.17.15, 4.17.21",
        "CVE-2020-7598, pkg:npm/minimist@1.2.0, 1.2.3",
        "CVE-2021-44906, pkg:npm/minimist@1.2.0, 1.2.6",
        "CVE-2021-31542, pkg:pypi/django@3.2, 3.2.1",
        "CVE-2021-35042, pkg:pypi/django@3.2, 3.2.5",
        "CVE-2022-28346, pkg:pypi/django@3.2, 3.2.13",
        "CVE-2021-44228, pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1, 2.15.0",
        "CVE-2021-45046, pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1, 2.16.0",
        "CVE-2021-45105, pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1, 2.17.0",
        "CVE-2021-44832, pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1, 2.17.1",
        "CVE-2022-22965, pkg:maven/org.springframework/spring-beans@5.3.17, 5.3.18",
        "CVE-2019-12086, pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.9.8, 2.9.9",
        "CVE-2019-14540, pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.9.8, 2.9.10"
    })
    void aKnownHoleIsFoundWithItsFix(String id, String purl, String fixed) {
        assertThat(report.assessment().findings())
                .filteredOn(finding -> finding.id().equals(id))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(packageOf(finding).purl()).isEqualTo(purl);
                    assertThat(finding.fix().versions()).containsExactly(fixed);
                });
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:npm/lodash@4.17.15, 0, /srv/npm/node_modules/lodash/package.json",
        "pkg:npm/minimist@1.2.0, 0, /srv/npm/node_modules/minimist/package.json",
        "pkg:pypi/django@3.2, 1, /srv/python/Django-3.2.dist-info/METADATA",
        "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1, 2, " + LOG4J,
        "pkg:maven/org.springframework/spring-beans@5.3.17, 2,"
                + " /srv/boot.jar!/BOOT-INF/lib/spring-beans-5.3.17.jar",
        "pkg:maven/com.fasterxml.jackson.core/jackson-databind@2.9.8, 2,"
                + " /srv/boot.jar!/lib/inner.jar!/BOOT-INF/lib/jackson-databind-2.9.8.jar"
    })
    void aPackageHasItsPlaceAndItsLayer(String purl, int layer, String path) {
        List<Location> locations =
                report.inventory().packages().stream()
                        .filter(each -> each.purl().equals(purl))
                        .flatMap(each -> each.locations().stream())
                        .toList();
        assertThat(locations)
                .singleElement()
                .satisfies(location -> {
                    assertThat(location.evidence().path()).isEqualTo(path);
                    assertThat(location.layer()).hasValue(image.diffId(layer));
                });
    }

    @Test
    void aFindingNamesTheInstructionOfItsLayer() {
        assertThat(report.assessment().findings())
                .filteredOn(finding -> finding.id().equals("CVE-2021-44228"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.layer()).hasValue(image.diffId(2));
                    assertThat(finding.instruction()).startsWith("COPY target/");
                });
        assertThat(report.complete()).isTrue();
        assertThat(report.inventory().problems()).isEmpty();
    }

    private static InstalledPackage packageOf(Finding finding) {
        return Objects.requireNonNull(report.packagesById().get(finding.packageId()));
    }
}
