package io.plimsoll.policy;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Location;
import io.plimsoll.model.Origin;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.TargetDescription;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An image with four packages, each with one vulnerability.
final class Images {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    static final String INDEX = "sha256:" + "1".repeat(64);
    static final String MANIFEST = "sha256:" + "2".repeat(64);
    static final String CONFIG = "sha256:" + "3".repeat(64);
    static final String OTHER = "sha256:" + "9".repeat(64);
    static final String BASE_LAYER = "sha256:" + "ab12".repeat(16);
    static final String OWN_LAYER = "sha256:" + "cd34".repeat(16);

    static final String SSL =
            "pkg:deb/debian/libssl3@3.0.11-1~deb12u2?arch=amd64&distro=debian-12&upstream=openssl";
    static final String CURL = "pkg:deb/debian/curl@7.88.1-10?arch=amd64&distro=debian-12";
    static final String LODASH = "pkg:npm/lodash@4.17.15";
    static final String LOG4J = "pkg:maven/org.apache.logging.log4j/log4j-core@2.14.1";
    static final String APP = "pkg:maven/com.example/app@1.0";

    private Images() {}

    /// `CVE-2024-0001` in libssl3, `CVE-2024-0002` in curl, `CVE-2021-23337` in lodash,
    /// `CVE-2021-44228` in log4j-core.
    static ScanReport report() {
        return report(image());
    }

    static ScanReport report(TargetDescription target) {
        return new ScanReport(
                "test",
                TODAY,
                true,
                target,
                new Inventory(Distribution.UNKNOWN, Map.of(), packages(), List.of(), List.of()),
                new Assessment(
                        findings(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Assessment.Support.UNKNOWN));
    }

    static TargetDescription image() {
        return new TargetDescription(
                "registry",
                "ghcr.io/org/app:1.0",
                Optional.of(Digest.parse(CONFIG)),
                List.of(Digest.parse(INDEX), Digest.parse(MANIFEST)),
                List.of(),
                "linux/amd64",
                0,
                Optional.empty(),
                List.of(),
                Optional.empty());
    }

    private static List<InstalledPackage> packages() {
        return List.of(
                installed(
                        CURL,
                        PackageRecord.builder(PackageType.DEB, "curl", "7.88.1-10").build(),
                        List.of(SSL),
                        "/var/lib/dpkg/status"),
                installed(
                        SSL,
                        PackageRecord.builder(PackageType.DEB, "libssl3", "3.0.11-1~deb12u2")
                                .source(new SourcePackage("openssl", "3.0.11-1~deb12u2"))
                                .build(),
                        List.of(),
                        "/var/lib/dpkg/status"),
                installed(
                        APP,
                        PackageRecord.builder(PackageType.MAVEN, "app", "1.0")
                                .namespace("com.example")
                                .build(),
                        List.of(),
                        "/srv/app.jar"),
                installed(
                        LOG4J,
                        PackageRecord.builder(PackageType.MAVEN, "log4j-core", "2.14.1")
                                .namespace("org.apache.logging.log4j")
                                .build(),
                        List.of(),
                        "/srv/app.jar!/BOOT-INF/lib/log4j-core-2.14.1.jar"),
                installed(
                        LODASH,
                        PackageRecord.builder(PackageType.NPM, "lodash", "4.17.15").build(),
                        List.of(),
                        "/srv/web/node_modules/lodash/package.json",
                        "/opt/old/node_modules/lodash/package.json"));
    }

    private static InstalledPackage installed(
            String purl, PackageRecord record, List<String> dependsOn, String... paths) {
        List<Location> locations =
                List.of(paths).stream()
                        .map(path ->
                                new Location(
                                        new Evidence(path, IdentifiedBy.PURL), Optional.empty()))
                        .toList();
        return new InstalledPackage(
                purl, record, purl, locations, dependsOn, Origin.UNKNOWN, Optional.empty());
    }

    private static List<Finding> findings() {
        Fix fixed = new Fix(Fix.State.FIXED, List.of("9.9"));
        Fix wontFix = new Fix(Fix.State.WONT_FIX, List.of());
        return List.of(
                finding("CVE-2024-0002", CURL, Severity.LOW, wontFix, Origin.BASE),
                finding("CVE-2024-0001", SSL, Severity.HIGH, fixed, Origin.BASE),
                finding("CVE-2021-44228", LOG4J, Severity.CRITICAL, fixed, Origin.OWN),
                finding("CVE-2021-23337", LODASH, Severity.UNKNOWN, fixed, Origin.OWN));
    }

    private static Finding finding(
            String id, String packageId, Severity severity, Fix fix, Origin origin) {
        boolean isBase = origin == Origin.BASE;
        return new Finding(
                id,
                List.of("GHSA-of-" + id.substring(4)),
                packageId,
                severity,
                "test",
                new Finding.Facts(
                        "",
                        List.of(
                                new Score("nvd@nist.gov", "CVSS:3.1/AV:N", 9.8),
                                new Score("Red Hat", "CVSS:3.1/AV:L", 5.0)),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                fix,
                new How(
                        packageId.equals(SSL) ? How.Kind.SOURCE_PACKAGE : How.Kind.PACKAGE,
                        id,
                        "test",
                        "",
                        ""),
                origin,
                Optional.of(Digest.parse(isBase ? BASE_LAYER : OWN_LAYER)),
                "",
                List.of());
    }
}
