package io.plimsoll.report;

import io.plimsoll.model.Assessed;
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
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.UndeterminedFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reports with suppressed findings, and with texts that an attacker wrote.
final class OddReports {
    /// Each a trap of a format: terminals, XML, HTML, spreadsheets, Markdown, templates, SARIF
    /// messages, reordered text, half a surrogate pair.
    static final List<String> TRAPS =
            List.of(
                    "=cmd|' /C calc'!A0",
                    "<script>alert(1)</script>",
                    "]]><!--",
                    "a\u202egnp.exe",
                    "b\u001b[31m\u0000\u0007\n\tc",
                    "\ud800x\uffff",
                    "`x` **y** [z](javascript:alert(1)) | @all",
                    "{0} {{id}} ${jndi:x} %s &amp; \"q\" \\");

    private OddReports() {}

    /// The rich report with two of its findings suppressed, by a file and by VEX.
    static ScanReport suppressed() {
        ScanReport rich = SampleReports.rich();
        List<Finding> all = rich.assessment().findings();
        return rich.with(
                rich.assessment()
                        .with(
                                List.of(all.get(1), all.get(3)),
                                List.of(
                                        new Suppressed(
                                                all.get(0),
                                                "plimsoll.yaml:12",
                                                "not reachable",
                                                Optional.of(LocalDate.of(2027, 1, 31))),
                                        new Suppressed(
                                                all.get(2),
                                                "vex.json (OpenVEX)",
                                                "",
                                                Optional.empty()))));
    }

    /// Every text that an image or an advisory can choose is a trap.
    static ScanReport hostile() {
        List<InstalledPackage> packages = TRAPS.stream().map(OddReports::installed).toList();
        return new ScanReport(
                "1.2.3",
                SampleReports.TODAY,
                false,
                new TargetDescription(
                        "docker-archive",
                        TRAPS.get(1),
                        Optional.empty(),
                        List.of(),
                        TRAPS,
                        TRAPS.get(2),
                        1,
                        Optional.empty(),
                        List.of(
                                new TargetDescription.LayerSummary(
                                        Optional.of(SampleReports.APP),
                                        Optional.empty(),
                                        1,
                                        TRAPS.get(4),
                                        Origin.OWN)),
                        Optional.empty()),
                new Inventory(
                        new Distribution(
                                TRAPS.get(0), TRAPS.get(3), TRAPS.get(4), TRAPS.get(5), TRAPS, "/"),
                        Map.of(),
                        packages,
                        TRAPS,
                        TRAPS.stream().map(OddReports::problem).toList()),
                new Assessment(
                        packages.stream().map(OddReports::finding).toList(),
                        packages.stream()
                                .map(each ->
                                        new Suppressed(
                                                finding(each),
                                                each.record().name(),
                                                each.record().name(),
                                                Optional.empty()))
                                .toList(),
                        packages.stream()
                                .map(each ->
                                        new UndeterminedFinding(
                                                each.record().name(),
                                                each.id(),
                                                each.record().name()))
                                .toList(),
                        Map.of(packages.getLast().id(), Assessed.no(TRAPS.getLast())),
                        List.of(),
                        Assessment.Support.UNKNOWN));
    }

    private static InstalledPackage installed(String trap) {
        Location location =
                new Location(
                        new Evidence("/" + trap, IdentifiedBy.METADATA, trap),
                        Optional.of(SampleReports.APP));
        boolean system = TRAPS.indexOf(trap) % 2 == 0;
        PackageRecord record =
                PackageRecord.builder(system ? PackageType.DEB : PackageType.NPM, trap, trap)
                        .namespace(system ? "" : trap)
                        .source(new SourcePackage(trap, trap))
                        .architecture(trap)
                        .licenses(List.of(trap))
                        .relations(List.of(trap), List.of(trap))
                        .evidence(location.evidence())
                        .build();
        String id = "pkg:npm/" + TRAPS.indexOf(trap);
        return new InstalledPackage(
                id, record, id, List.of(location), List.of(), Origin.OWN, Optional.empty());
    }

    private static Finding finding(InstalledPackage installed) {
        String trap = installed.record().name();
        return new Finding(
                trap,
                List.of(trap),
                installed.id(),
                Severity.HIGH,
                trap,
                new Finding.Facts(
                        trap,
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(79),
                        Optional.empty(),
                        Optional.empty()),
                new Fix(Fix.State.FIXED, List.of(trap)),
                new How(How.Kind.PACKAGE, trap, trap, trap, trap),
                Origin.OWN,
                Optional.<Digest>empty(),
                trap,
                List.of("javascript:alert(1)", "https://a.example/" + trap));
    }

    private static Problem problem(String trap) {
        return Problem.of("/" + trap, trap, ProblemKind.MALFORMED, trap);
    }
}
