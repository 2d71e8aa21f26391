package io.plimsoll.report;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import java.util.List;
import java.util.Optional;

/// Packages of the sample reports.
final class SamplePackages {
    static final InstalledPackage LIBSSL =
            deb("libssl3", "pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12");
    static final InstalledPackage OPENSSL =
            deb("openssl", "pkg:deb/debian/openssl@3.0.11-1~deb12u2?arch=amd64&distro=debian-12");
    static final InstalledPackage GENERIC =
            language(
                    PackageRecord.builder(PackageType.GENERIC, "thing", ""),
                    "pkg:generic/thing",
                    Optional.empty());
    static final InstalledPackage LOG4J =
            language(
                    PackageRecord.builder(PackageType.MAVEN, "log4j-core", "2.14.1")
                            .namespace("org.apache.logging.log4j")
                            .licenses(List.of("Apache-2.0", "something of our own")),
                    "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1",
                    Optional.empty());
    static final InstalledPackage LODASH =
            language(
                    PackageRecord.builder(PackageType.NPM, "lodash", "4.17.15"),
                    "pkg:npm/lodash@4.17.15",
                    Optional.of(OPENSSL.id()));

    private SamplePackages() {}

    static InstalledPackage licensed(String license) {
        return language(
                PackageRecord.builder(PackageType.NPM, "licensed", "1").licenses(List.of(license)),
                "pkg:npm/licensed@1",
                Optional.empty());
    }

    static List<InstalledPackage> all() {
        return List.of(LIBSSL, OPENSSL, GENERIC, LOG4J, LODASH);
    }

    private static InstalledPackage deb(String name, String purl) {
        Location location = location("/var/lib/dpkg/status", "", SampleReports.BASE);
        PackageRecord record =
                PackageRecord.builder(PackageType.DEB, name, "3.0.11-1~deb12u2")
                        .source(new SourcePackage("openssl", "3.0.11-1~deb12u2"))
                        .architecture("amd64")
                        .module("mod:1")
                        .relations(List.of("libc6 (>= 2.34)"), List.of("ssl"))
                        .evidence(location.evidence())
                        .build();
        return new InstalledPackage(
                purl,
                record,
                purl,
                List.of(location),
                name.equals("openssl") ? List.of(LIBSSL.id()) : List.of(),
                Origin.BASE,
                Optional.empty());
    }

    private static InstalledPackage language(
            PackageRecord.Builder builder, String purl, Optional<String> owner) {
        Location first = location("/app/app.jar!/lib/a", "by its classes", SampleReports.APP);
        Location second =
                new Location(new Evidence("/app/b", IdentifiedBy.METADATA), Optional.empty());
        return new InstalledPackage(
                purl,
                builder.evidence(first.evidence()).build(),
                purl,
                List.of(first, second),
                List.of(),
                Origin.OWN,
                owner);
    }

    private static Location location(String path, String detail, Digest layer) {
        return new Location(
                new Evidence(path, IdentifiedBy.PACKAGE_DATABASE, detail), Optional.of(layer));
    }
}
