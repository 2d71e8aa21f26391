package io.plimsoll.match;

import static io.plimsoll.match.StoreFixture.affected;
import static io.plimsoll.match.StoreFixture.fixed;
import static io.plimsoll.match.StoreFixture.lines;
import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MatcherTest {
    @TempDir Path folder;
    private StoreFixture fixture;

    @BeforeEach
    void begin() {
        fixture = new StoreFixture(folder);
    }

    @Test
    void debianIsJudgedByTheSourceAndTheSourcesOwnVersion() throws IOException {
        fixture.advisory("DEBIAN-CVE-2023-1", "Debian:12", "samba", fixed("2:4.17.12"));
        fixture.install(deb("libldb2", "2:2.6.2+samba4.17.12", "samba", "2:4.17.12"));
        fixture.install(deb("samba-libs", "2:4.17.11", "samba", "2:4.17.11"));
        Assessment assessment = fixture.assess("debian", "12");
        assertThat(lines(assessment)).containsExactly("samba-libs DEBIAN-CVE-2023-1 2:4.17.12");
        assertThat(assessment.findings().getFirst().how().kind())
                .isEqualTo(How.Kind.SOURCE_PACKAGE);
    }

    @Test
    void advisoriesOfAnotherReleaseDoNotSpeak() throws IOException {
        fixture.advisory("DEBIAN-CVE-2023-1", "Debian:13", "openssl", fixed("9"));
        fixture.advisory("DEBIAN-CVE-2023-2", "Debian:12", "other", fixed("9"));
        fixture.install(deb("openssl", "1", "openssl", "1"));
        assertThat(lines(fixture.assess("debian", "12"))).isEmpty();
    }

    @Test
    void aliasesAreMergedAndTheCveIsTheId() throws IOException {
        fixture.advisory(
                "GHSA-aaaa-bbbb-cccc",
                "PyPI",
                "django",
                fixed("3.2.1"),
                "\"aliases\": [\"CVE-2021-1\"]");
        fixture.advisory(
                "PYSEC-2021-9", "PyPI", "Django", fixed("3.2.1"), "\"aliases\": [\"CVE-2021-1\"]");
        fixture.advisory(
                "GHSA-dddd-eeee-ffff",
                "PyPI",
                "django",
                fixed("3.3"),
                "\"aliases\": [\"PYSEC-2021-10\"]");
        fixture.advisory("PYSEC-2021-10", "PyPI", "django", fixed("3.3"));
        fixture.install(PackageRecord.builder(PackageType.PYPI, "Django", "3.2.0").build());
        Assessment assessment = fixture.assess("", "");
        assertThat(lines(assessment))
                .containsExactly("Django CVE-2021-1 3.2.1", "Django GHSA-dddd-eeee-ffff 3.3");
        assertThat(assessment.findings().getFirst().aliases())
                .containsExactly("GHSA-aaaa-bbbb-cccc", "PYSEC-2021-9");
    }

    @Test
    void anErratumOfSeveralCvesIsAFindingForEach() throws IOException {
        fixture.advisory(
                "ALSA-2026:1",
                "AlmaLinux:9",
                "curl",
                fixed("7.76.1-26.el9"),
                "\"upstream\": [\"CVE-2025-1\", \"CVE-2025-2\"]");
        fixture.install(rpm("curl", "7.76.1-23.el9", ""));
        Assessment assessment = fixture.assess("almalinux", "9.2");
        assertThat(lines(assessment))
                .containsExactly("curl CVE-2025-1 7.76.1-26.el9", "curl CVE-2025-2 7.76.1-26.el9");
        assertThat(assessment.findings().getFirst().aliases()).containsExactly("ALSA-2026:1");
    }

    @Test
    void aVersionThatDoesNotParseIsUndeterminedAndNoFinding() throws IOException {
        fixture.advisory("GHSA-aaaa-bbbb-cccc", "npm", "lodash", fixed("4.17.21"));
        fixture.install(PackageRecord.builder(PackageType.NPM, "lodash", "latest").build());
        Assessment assessment = fixture.assess("", "");
        assertThat(assessment.findings()).isEmpty();
        assertThat(assessment.undetermined()).hasSize(1);
        assertThat(assessment.undetermined().getFirst().because()).contains("'latest'");
    }

    @Test
    void whatHasNoDataIsNotAssessedAndSaysWhy() throws IOException {
        fixture.advisory("A-1", "npm", "lodash", fixed("1"));
        fixture.install(PackageRecord.builder(PackageType.DEB, "openssl", "1").build());
        fixture.install(PackageRecord.builder(PackageType.GENERIC, "thing", "1").build());
        Assessment assessment = fixture.assess("debian", "10");
        assertThat(assessment.assessedOf("openssl").why())
                .isEqualTo("no advisory data for deb packages of debian 10");
        assertThat(assessment.assessedOf("thing").assessed()).isFalse();
    }

    @Test
    void aMavenArtifactWithoutAGroupIsNotAssessed() throws IOException {
        fixture.advisory("A-1", "Maven", "org.h2:h2", fixed("9"));
        fixture.install(PackageRecord.builder(PackageType.MAVEN, "h2", "1.0").build());
        assertThat(fixture.assess("", "").assessedOf("h2").why()).contains("no group");
    }

    @Test
    void whatASystemPackageOwnsIsJudgedWithIt() throws IOException {
        fixture.advisory("GHSA-aaaa-bbbb-cccc", "PyPI", "django", fixed("9"));
        fixture.advisory("DEBIAN-CVE-2021-1", "Debian:12", "python-django", fixed("2"));
        fixture.install(deb("python3-django", "1", "python-django", "1"));
        fixture.install(
                PackageRecord.builder(PackageType.PYPI, "Django", "3").build(),
                Optional.of("python3-django"));
        Assessment assessment = fixture.assess("debian", "12");
        assertThat(lines(assessment)).containsExactly("python3-django DEBIAN-CVE-2021-1 2");
        assertThat(assessment.assessedOf("Django").why()).contains("python3-django");
    }

    @Test
    void withdrawnAdvisoriesAreNotReported() throws IOException {
        fixture.advisory(
                "A-1", "npm", "lodash", fixed("9"), "\"withdrawn\": \"2024-01-01T00:00:00Z\"");
        fixture.install(PackageRecord.builder(PackageType.NPM, "lodash", "1.0.0").build());
        assertThat(lines(fixture.assess("", ""))).isEmpty();
    }

    @Test
    void anOpenVulnerabilityHasNoFixedVersion() throws IOException {
        fixture.advisory("DEBIAN-CVE-2021-1", "Debian:12", "zlib", "{\"introduced\": \"0\"}");
        fixture.install(deb("zlib1g", "1", "zlib", "1"));
        Finding finding = fixture.assess("debian", "12").findings().getFirst();
        assertThat(finding.fix().state()).isEqualTo(Fix.State.NOT_FIXED);
        assertThat(finding.fix().versions()).isEmpty();
    }

    @Test
    void thePublishersWordCountsBeforeAnyScore() throws IOException {
        fixture.advisory(
                "ALSA-2026:1",
                "AlmaLinux:9",
                "curl",
                fixed("9"),
                "\"upstream\": [\"CVE-2025-1\"]",
                "\"database_specific\": {\"severity\": \"MODERATE\", \"source\": \"errata\"}");
        fixture.file(
                "nvd/nvdcve-2.0-2025.json",
                "{\"vulnerabilities\": [{\"cve\": {\"id\": \"CVE-2025-1\", \"metrics\": {\"cvssMetricV31\":"
                        + " [{\"source\": \"nvd@nist.gov\", \"cvssData\": {\"vectorString\":"
                        + " \"CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H\"}}]}}}]}");
        fixture.install(rpm("curl", "1", ""));
        Finding finding = fixture.assess("almalinux", "9.2").findings().getFirst();
        assertThat(finding.severity()).isEqualTo(Severity.MEDIUM);
        assertThat(finding.severitySource()).isEqualTo("errata");
        assertThat(finding.facts().scores()).hasSize(1);
    }

    @Test
    void anEndedReleaseIsSaid() throws IOException {
        fixture.file(
                "eol/alpine-linux.json",
                "[{\"cycle\": \"3.20\", \"eol\": \"2026-04-01\"}, {\"cycle\": \"3.2\", \"eol\": true}]");
        fixture.install(PackageRecord.builder(PackageType.APK, "musl", "1").build());
        assertThat(fixture.assess("alpine", "3.20.3").support().ended()).isTrue();
        assertThat(fixture.assess("alpine", "3.99").support().known()).isFalse();
    }

    @Test
    void anErratumThatLeavesOutThePackageOfTheSourcesNameSpeaksOfItAllTheSame() throws IOException {
        fixture.record(
                "{\"id\": \"ALSA-2024:1\", \"upstream\": [\"CVE-2024-1\"], \"affected\": ["
                        + affected("AlmaLinux:8", "glibc", fixed("2.28-100.el8"))
                        + ","
                        + affected("AlmaLinux:8", "glibc-utils", fixed("2.28-100.el8"))
                        + "]}");
        fixture.record(
                "{\"id\": \"ALSA-2026:1\", \"upstream\": [\"CVE-2026-1\"], \"affected\": ["
                        + affected("AlmaLinux:8", "glibc-utils", fixed("2.28-200.el8"))
                        + ","
                        + affected("AlmaLinux:8", "python3-setuptools", fixed("65-1.el8"))
                        + "]}");
        fixture.install(rpm("glibc", "2.28-150.el8", "glibc"));
        fixture.install(rpm("python3", "3.6-1.el8", "python3"));
        Assessment assessment = fixture.assess("almalinux", "8.9");
        assertThat(lines(assessment)).containsExactly("glibc CVE-2026-1 2.28-200.el8");
        assertThat(assessment.findings().getFirst().how().kind())
                .isEqualTo(How.Kind.SOURCE_PACKAGE);
    }

    private static PackageRecord deb(
            String name, String version, String source, String sourceVersion) {
        return PackageRecord.builder(PackageType.DEB, name, version)
                .source(new SourcePackage(source, sourceVersion))
                .build();
    }

    private static PackageRecord rpm(String name, String version, String source) {
        PackageRecord.Builder builder = PackageRecord.builder(PackageType.RPM, name, version);
        if (!source.isEmpty()) {
            builder.source(new SourcePackage(source, version));
        }
        return builder.build();
    }
}
