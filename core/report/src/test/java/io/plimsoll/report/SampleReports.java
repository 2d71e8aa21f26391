package io.plimsoll.report;

import io.plimsoll.model.Assessed;
import io.plimsoll.model.Assessment;
import io.plimsoll.model.DataSource;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Epss;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.UndeterminedFinding;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reports that tests write in every format.
final class SampleReports {
    static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    static final Digest BASE = digest('a');
    static final Digest APP = digest('b');
    static final String NO_ADVISORIES = "no advisories for generic";
    static final Distribution DEBIAN =
            new Distribution(
                    "debian",
                    "12",
                    "Debian GNU/Linux 12 (bookworm)",
                    "bookworm",
                    List.of(),
                    "/etc/os-release");
    private static final Assessment.Support SUPPORTED =
            new Assessment.Support(true, Optional.of(LocalDate.of(2028, 6, 30)), false);
    private static final Assessment.Support ENDED =
            new Assessment.Support(true, Optional.of(LocalDate.of(2025, 1, 2)), true);

    private SampleReports() {}

    /// Everything that a report can hold.
    static ScanReport rich() {
        return new ScanReport(
                "1.2.3",
                TODAY,
                false,
                image("app.tar"),
                inventory(
                        DEBIAN,
                        SamplePackages.all(),
                        List.of("/usr/local/bin/app", "/usr/local/bin/tool"),
                        problems(7)),
                new Assessment(
                        findings(),
                        List.of(),
                        undetermined(2),
                        Map.of(SamplePackages.GENERIC.id(), Assessed.no(NO_ADVISORIES)),
                        data(),
                        SUPPORTED));
    }

    /// Packages without a single vulnerability, one of which cannot be judged.
    static ScanReport nothingFound() {
        return report(
                image("clean.tar"),
                inventory(DEBIAN, SamplePackages.all(), List.of(), List.of()),
                assessment(List.of(), List.of(), SUPPORTED));
    }

    /// A target in which nothing could be judged.
    static ScanReport nothingJudged() {
        return report(
                TargetDescription.of("dir", "/srv/rootfs"),
                inventory(
                        Distribution.UNKNOWN,
                        List.of(SamplePackages.GENERIC),
                        List.of("/bin/app"),
                        List.of()),
                new Assessment(
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(SamplePackages.GENERIC.id(), Assessed.no(NO_ADVISORIES)),
                        List.of(),
                        Assessment.Support.UNKNOWN));
    }

    /// A target without any content.
    static ScanReport empty() {
        return report(
                TargetDescription.of("dir", "/srv/empty"),
                inventory(Distribution.UNKNOWN, List.of(), List.of(), List.of()),
                new Assessment(
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of(),
                        Assessment.Support.UNKNOWN));
    }

    /// One problem, which cost a layer.
    static ScanReport incomplete() {
        return new ScanReport(
                "1.2.3",
                TODAY,
                false,
                image("torn.tar"),
                inventory(DEBIAN, List.of(SamplePackages.OPENSSL), List.of(), problems(1)),
                assessment(List.of(), List.of(), SUPPORTED));
    }

    /// A release without support, with one vulnerability.
    static ScanReport endOfLife() {
        return report(
                image("old.tar"),
                inventory(DEBIAN, List.of(SamplePackages.OPENSSL), List.of(), List.of()),
                assessment(findings().subList(0, 1), List.of(), ENDED));
    }

    /// Nothing but vulnerabilities of which nobody can say whether they are there.
    static ScanReport undeterminedOnly(int count) {
        return report(
                image("unsure.tar"),
                inventory(DEBIAN, List.of(SamplePackages.OPENSSL), List.of(), List.of()),
                assessment(List.of(), undetermined(count), SUPPORTED));
    }

    /// Language packages of an SBOM, or of another kind of list.
    static ScanReport list(String kind, InstalledPackage... packages) {
        return report(
                TargetDescription.of(kind, "the-list"),
                inventory(Distribution.UNKNOWN, List.of(packages), List.of(), List.of()),
                new Assessment(
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        data(),
                        Assessment.Support.UNKNOWN));
    }

    /// More findings than a screenful holds.
    static ScanReport many(int count) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            findings.add(
                    finding(
                            "CVE-2024-" + (1000 + i),
                            SamplePackages.OPENSSL,
                            Severity.MEDIUM,
                            new Fix(Fix.State.NOT_FIXED, List.of())));
        }
        return report(
                image("many.tar"),
                inventory(DEBIAN, List.of(SamplePackages.OPENSSL), List.of(), problems(7)),
                assessment(findings, undetermined(7), SUPPORTED));
    }

    private static ScanReport report(
            TargetDescription target, Inventory inventory, Assessment assessment) {
        return new ScanReport("1.2.3", TODAY, true, target, inventory, assessment);
    }

    private static Inventory inventory(
            Distribution distribution,
            List<InstalledPackage> packages,
            List<String> executables,
            List<Problem> problems) {
        return new Inventory(distribution, Map.of(), packages, executables, problems);
    }

    private static Assessment assessment(
            List<Finding> findings,
            List<UndeterminedFinding> undetermined,
            Assessment.Support support) {
        return new Assessment(findings, List.of(), undetermined, Map.of(), data(), support);
    }

    private static TargetDescription image(String reference) {
        return new TargetDescription(
                "docker-archive",
                reference,
                Optional.of(digest('c')),
                List.of(digest('d')),
                List.of("app:1", "app:latest"),
                "linux/amd64",
                181_234_567,
                Optional.of(Instant.parse("2026-01-02T03:04:05.678Z")),
                List.of(
                        new TargetDescription.LayerSummary(
                                Optional.of(BASE),
                                Optional.of(digest('e')),
                                80_000_000,
                                "ADD rootfs.tar /",
                                Origin.BASE),
                        new TargetDescription.LayerSummary(
                                Optional.of(APP),
                                Optional.empty(),
                                101_234_567,
                                "COPY . /app",
                                Origin.OWN)),
                Optional.empty());
    }

    private static List<Finding> findings() {
        Fix openssl = new Fix(Fix.State.FIXED, List.of("3.0.17-1~deb12u3"));
        return List.of(
                finding("CVE-2024-5535", SamplePackages.OPENSSL, Severity.CRITICAL, openssl),
                finding("CVE-2024-5535", SamplePackages.LIBSSL, Severity.CRITICAL, openssl),
                exploited(),
                bare());
    }

    private static Finding finding(
            String id, InstalledPackage installed, Severity severity, Fix fix) {
        return new Finding(
                id,
                List.of("DSA-5764-1"),
                installed.id(),
                severity,
                "Debian",
                new Finding.Facts(
                        "A buffer is read past its end",
                        List.of(
                                new Score(
                                        "nvd@nist.gov",
                                        "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:N/A:H",
                                        9.1),
                                new Score("Red Hat", "AV:N/AC:L/Au:N/C:P/I:N/A:N", 5.0)),
                        Optional.of(new Epss(0.1234, 0.95)),
                        Optional.empty(),
                        List.of(125, 200),
                        Optional.of(LocalDate.of(2024, 6, 27)),
                        Optional.of(LocalDate.of(2026, 1, 1))),
                fix,
                new How(
                        How.Kind.SOURCE_PACKAGE,
                        "DEBIAN-CVE-2024-5535",
                        "Debian:12",
                        "introduced 0, fixed 3.0.17-1~deb12u3",
                        "3.0.11-1~deb12u2 < 3.0.17-1~deb12u3 (deb)"),
                Origin.BASE,
                Optional.of(BASE),
                "ADD rootfs.tar /",
                List.of("https://security-tracker.debian.org/tracker/CVE-2024-5535"));
    }

    private static Finding exploited() {
        return new Finding(
                "CVE-2021-44228",
                List.of("GHSA-jfh8-c2jp-5v3q"),
                SamplePackages.LOG4J.id(),
                Severity.CRITICAL,
                "GitHub",
                new Finding.Facts(
                        "",
                        List.of(
                                new Score(
                                        "GitHub",
                                        "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:H/SI:H/SA:H",
                                        10.0)),
                        Optional.of(new Epss(0.97, 0.999)),
                        Optional.of(LocalDate.of(2021, 12, 10)),
                        List.of(502),
                        Optional.empty(),
                        Optional.empty()),
                new Fix(Fix.State.FIXED, List.of("2.3.1", "2.15.0")),
                new How(How.Kind.PACKAGE, "GHSA-jfh8-c2jp-5v3q", "Maven", "introduced 2.13", "<"),
                Origin.OWN,
                Optional.of(APP),
                "COPY . /app",
                List.of());
    }

    /// A finding of which nothing is known but itself.
    private static Finding bare() {
        return new Finding(
                "GHSA-35jh-r3h4-6jhm",
                List.of(),
                SamplePackages.LODASH.id(),
                Severity.NEGLIGIBLE,
                "",
                new Finding.Facts(
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                new Fix(Fix.State.WONT_FIX, List.of()),
                new How(How.Kind.PACKAGE, "GHSA-35jh-r3h4-6jhm", "npm", "", ""),
                Origin.UNKNOWN,
                Optional.empty(),
                "",
                List.of());
    }

    private static List<UndeterminedFinding> undetermined(int count) {
        List<UndeterminedFinding> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(
                    new UndeterminedFinding(
                            "CVE-2023-" + (2000 + i),
                            SamplePackages.OPENSSL.id(),
                            "the fixed version 'x' cannot be compared"));
        }
        return all;
    }

    private static List<Problem> problems(int count) {
        List<Problem> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ProblemKind[] kinds = ProblemKind.values();
            Problem problem =
                    Problem.of(
                            i == 0 ? "" : "/app/lib-" + i + ".jar",
                            i == 0 ? "layer" : "jar",
                            i == 0 ? ProblemKind.MISMATCH : kinds[i % kinds.length],
                            "reason " + i);
            all.add(i % 2 == 0 ? problem : problem.in(APP));
        }
        return all;
    }

    private static List<DataSource> data() {
        return List.of(
                new DataSource("Debian:12", "Debian", "MIT", Optional.of(TODAY.minusDays(2)), 9),
                new DataSource("Maven", "GitHub", "CC-BY-4.0", Optional.of(TODAY), 4),
                new DataSource("nvd", "NIST", "", Optional.of(TODAY.minusDays(1)), 7),
                new DataSource("undated", "Someone", "", Optional.empty(), 0));
    }

    private static Digest digest(char digit) {
        return Digest.parse("sha256:" + String.valueOf(digit).repeat(64));
    }
}
