package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Purl;
import io.plimsoll.model.SourcePackage;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PurlPackagesTest {
    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/x@1?distro=debian-12, debian, 12",
        "pkg:deb/debian/x@1?distro=debian-12.5, debian, 12.5",
        "pkg:deb/ubuntu/x@1?distro=ubuntu-22.04, ubuntu, 22.04",
        "pkg:apk/alpine/x@1?distro=3.18.4, alpine, 3.18.4",
        "pkg:apk/alpine/x@1?distro=alpine-3.18.4, alpine, 3.18.4",
        "pkg:rpm/alma/x@1?distro=alma-9.2, almalinux, 9.2",
        "pkg:rpm/almalinux/x@1?distro=almalinux-9.2, almalinux, 9.2",
        "pkg:rpm/rockylinux/x@1?distro=rocky-9.2, rocky, 9.2",
        "pkg:rpm/rocky/x@1, rocky, ''",
        "pkg:rpm/redhat/x@1?distro=rhel-8.9, rhel, 8.9",
        "pkg:rpm/redhat/x@1?distro=redhat-8.9, rhel, 8.9",
        "pkg:rpm/RedHat/x@1, rhel, ''",
        "pkg:rpm/opensuse/x@1?distro=opensuse-leap-15.5, opensuse-leap, 15.5",
        "pkg:rpm/suse/x@1?distro=sles-15.4, sles, 15.4",
        "pkg:rpm/amzn/x@1?distro=amazonlinux-2023, amzn, 2023",
        "pkg:npm/%40debian/x@1?distro=debian-12, '', ''",
        "pkg:deb/x@1, '', ''"
    })
    void distributionsHaveOneSpelling(String purl, String id, String version) {
        Distribution distribution = PurlPackages.distribution(Purl.parse(purl));
        assertThat(distribution.id()).isEqualTo(id);
        assertThat(distribution.versionId()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/ubuntu/x@1?distro=jammy, ubuntu, jammy",
        "pkg:deb/debian/x@1?distro=debian-sid, debian, sid",
        "pkg:deb/debian/x@1?distro=debian-12, debian, ''"
    })
    void distributionsMayBeNamedByTheirCodename(String purl, String id, String codename) {
        Distribution distribution = PurlPackages.distribution(Purl.parse(purl));
        assertThat(distribution.id()).isEqualTo(id);
        assertThat(distribution.codename()).isEqualTo(codename);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:rpm/rhel/x@1-2?epoch=1, 1:1-2",
        "pkg:rpm/rhel/x@1-2?epoch=0, 1-2",
        "pkg:rpm/rhel/x@3:1-2?epoch=3, 3:1-2",
        "pkg:deb/debian/x@1:2-3, 1:2-3",
        "pkg:deb/debian/x@1%3A2-3, 1:2-3",
        "pkg:deb/debian/x@2-3?epoch=1, 1:2-3",
        "pkg:apk/alpine/x@2-r3?epoch=1, 2-r3"
    })
    void theEpochOfRpmAndDebMayBeAQualifier(String purl, String version) {
        assertThat(record(purl).version()).isEqualTo(version);
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:deb/debian/libssl3@3.0?upstream=openssl, openssl, 3.0",
        "pkg:deb/debian/libssl3@3.0?upstream=openssl%403.1, openssl, 3.1",
        "pkg:rpm/rhel/openssl-libs@3.0-1?upstream=openssl-3.0-2.el9.src.rpm, openssl, 3.0-2.el9",
        "pkg:apk/alpine/libcrypto3@3.1.4-r5?upstream=openssl, openssl, 3.1.4-r5",
        "pkg:deb/debian/bash@5, bash, 5"
    })
    void sourcesStandInTheUpstreamQualifier(String purl, String name, String version) {
        assertThat(record(purl).source()).contains(new SourcePackage(name, version));
    }

    @Test
    void whatHasNoSourceHasNone() {
        assertThat(record("pkg:npm/lodash@1?upstream=x").source()).isEmpty();
        assertThat(record("pkg:deb/debian/bash").source()).isEmpty();
        assertThat(record("pkg:rpm/rhel/x@1?upstream=odd.src.rpm").source()).isEmpty();
    }

    @Test
    void unknownTypesAreRefused() {
        assertThatThrownBy(() -> record("pkg:swift/github.com/x/y@1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("swift");
    }

    @Test
    void purlsOfRecordsReadBackAsTheRecords() {
        Distribution rhel = new Distribution("rhel", "9.2", "", "", List.of(), "");
        PackageRecord record =
                PackageRecord.builder(PackageType.RPM, "perl-libs", "4:5.32.1-480.el9")
                        .source(new SourcePackage("perl", "5.32.1-480.el9"))
                        .architecture("x86_64")
                        .module("perl:5.32")
                        .build();
        String purl = Purls.of(record, rhel);
        assertThat(purl)
                .isEqualTo(
                        "pkg:rpm/rhel/perl-libs@5.32.1-480.el9?arch=x86_64&distro=rhel-9.2&epoch=4"
                                + "&rpmmod=perl:5.32&upstream=perl%405.32.1-480.el9");
        assertThat(record(purl)).isEqualTo(record);
        assertThat(PurlPackages.distribution(Purl.parse(purl)).versionId()).isEqualTo("9.2");
    }

    @Test
    void pythonNamesAreFoldedInPurlsAndScopesEncoded() {
        assertThat(Purls.of(plain(PackageType.PYPI, "Foo_Bar", ""), Distribution.UNKNOWN))
                .isEqualTo("pkg:pypi/foo-bar@1");
        assertThat(Purls.of(plain(PackageType.NPM, "core", "@angular"), Distribution.UNKNOWN))
                .isEqualTo("pkg:npm/%40angular/core@1");
    }

    private static PackageRecord plain(PackageType type, String name, String namespace) {
        return PackageRecord.builder(type, name, "1").namespace(namespace).build();
    }

    private static PackageRecord record(String purl) {
        return PurlPackages.record(Purl.parse(purl), new Evidence("", IdentifiedBy.PURL));
    }
}
