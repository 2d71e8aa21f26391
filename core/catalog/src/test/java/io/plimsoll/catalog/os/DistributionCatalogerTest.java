package io.plimsoll.catalog.os;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.catalog.Catalog;
import io.plimsoll.catalog.TestFile;
import io.plimsoll.model.Distribution;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DistributionCatalogerTest {
    @ParameterizedTest
    @CsvSource({
        "CentOS Linux release 8.5.2111, centos, 8.5.2111, ''",
        "CentOS Stream release 9, centos, 9, ''",
        "Rocky Linux release 8.9 (Green Obsidian), rocky, 8.9, green obsidian",
        "Red Hat Enterprise Linux release 9.2 Beta (Plow), rhel, 9.2, plow",
        "Oracle Linux Server release 7.9, ol, 7.9, ''",
        "Some Linux release 3 (A) (B), some-linux, 3, a) (b"
    })
    void aReleaseLineNamesTheDistribution(String line, String id, String version, String codename)
            throws Exception {
        Distribution found = read("/etc/redhat-release", line).orElseThrow();
        assertThat(found.id()).isEqualTo(id);
        assertThat(found.versionId()).isEqualTo(version);
        assertThat(found.codename()).isEqualTo(codename);
        assertThat(found.evidence()).isEqualTo("/etc/redhat-release");
    }

    @Test
    void aVersionOfAMillionPartsIsReadWithoutException() throws Exception {
        assertThat(read("/etc/redhat-release", "X release 1" + ".1".repeat(1_000_000))).isPresent();
    }

    @Test
    void aVersionWithoutNumberIsACodename() throws Exception {
        Distribution found = read("/etc/debian_version", "trixie/sid\n").orElseThrow();
        assertThat(found.id()).isEqualTo("debian");
        assertThat(found.versionId()).isEmpty();
        assertThat(found.codename()).isEqualTo("trixie");
    }

    @Test
    void whatNamesNoDistributionGivesNone() throws Exception {
        assertThat(read("/etc/os-release", "NAME=x\n")).isEmpty();
        assertThat(read("/etc/lsb-release", "LSB_VERSION=1\n")).isEmpty();
        assertThat(read("/etc/alpine-release", "\n \n")).isEmpty();
    }

    private static Optional<Distribution> read(String path, String text) throws Exception {
        TestFile file = TestFile.of(path, text.getBytes(StandardCharsets.UTF_8));
        Catalog catalog = new DistributionCataloger().catalog(file);
        assertThat(catalog.packages()).isEmpty();
        return catalog.distribution();
    }
}
