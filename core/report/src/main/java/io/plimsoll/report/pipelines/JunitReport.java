package io.plimsoll.report.pipelines;

import io.plimsoll.model.Assessed;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.Sentences;
import io.plimsoll.report.common.XmlWriter;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A report as test results: a test for each finding, which fails, and one for each package without
/// findings, which passes. What is suppressed, undetermined or cannot be judged is skipped; a target
/// that could not be read whole is an error.
///
/// Source: `junit-10.xsd` of Jenkins' xUnit plugin, the common ground of the readers of JUnit's XML.
public final class JunitReport {
    private final ScanReport report;
    private final Map<String, InstalledPackage> packages;
    private final XmlWriter xml;
    private final List<Case> cases = new ArrayList<>();

    private JunitReport(ScanReport report, XmlWriter xml) {
        this.report = report;
        this.packages = report.packagesById();
        this.xml = xml;
    }

    /// How a test ended.
    private enum Outcome {
        PASSED,
        FAILURE,
        ERROR,
        SKIPPED
    }

    private record Case(
            String group, String name, Outcome outcome, String message, String type, String text) {}

    /// Writes the report.
    public static void write(ScanReport report, OutputStream out) {
        try (XmlWriter xml = new XmlWriter(out)) {
            new JunitReport(report, xml).write();
        }
    }

    private void write() {
        collect();
        xml.element(
                "testsuites",
                () -> {
                    xml.attribute("name", "plimsoll");
                    counts();
                    xml.element("testsuite", this::suite);
                });
    }

    private void collect() {
        if (!report.complete()) {
            cases.add(
                    new Case(
                            Printable.of(report.target().reference()),
                            "can be read",
                            Outcome.ERROR,
                            "Not all of the target could be read: the results speak of a part.",
                            "incomplete",
                            problems()));
        }
        report.assessment().findings().forEach(each -> cases.add(failure(each)));
        report.assessment().suppressed().forEach(each -> cases.add(skipped(each)));
        report.assessment().undetermined().forEach(each -> cases.add(skipped(each)));
        report.checks().ifPresent(each -> each.results().forEach(this::check));
        Set<String> named =
                Stream.of(
                                report.assessment().findings().stream().map(Finding::packageId),
                                report.assessment().suppressed().stream()
                                        .map(each -> each.finding().packageId()),
                                report.assessment().undetermined().stream()
                                        .map(UndeterminedFinding::packageId))
                        .flatMap(each -> each)
                        .collect(Collectors.toCollection(HashSet::new));
        for (InstalledPackage installed : report.inventory().packages()) {
            Assessed assessed = report.assessment().assessedOf(installed.id());
            if (!named.contains(installed.id()) || !assessed.assessed()) {
                cases.add(passed(installed, assessed));
            }
        }
    }

    /// A test a check.
    private void check(CheckResult result) {
        Outcome outcome =
                switch (result.state()) {
                    case PASSED -> Outcome.PASSED;
                    case FAILED -> Outcome.FAILURE;
                    case NOT_ASSESSED, IGNORED -> Outcome.SKIPPED;
                };
        String text =
                result.findings().stream()
                        .map(each ->
                                (each.path().isEmpty() ? "" : each.path() + ": ") + each.message())
                        .map(Printable::of)
                        .collect(Collectors.joining("\n"));
        cases.add(
                new Case(
                        "image",
                        result.check().id(),
                        outcome,
                        outcome == Outcome.FAILURE
                                ? result.check().summary()
                                : Printable.of(result.why()),
                        outcome == Outcome.FAILURE
                                ? result.severity().word()
                                : result.state().word(),
                        text));
    }

    private String problems() {
        return report.inventory().problems().stream()
                .map(JunitReport::line)
                .collect(Collectors.joining("\n"));
    }

    private static String line(Problem problem) {
        String where = problem.path().isEmpty() ? "" : problem.path() + ": ";
        return Printable.of(where + problem.reason() + " (" + problem.kind().word() + ")");
    }

    private String named(String packageId) {
        InstalledPackage installed = packages.get(packageId);
        return installed == null ? Printable.of(packageId) : Sentences.named(installed);
    }

    private Case failure(Finding finding) {
        return new Case(
                named(finding.packageId()),
                name(finding),
                Outcome.FAILURE,
                Sentences.title(finding) + ": " + Sentences.remedy(finding),
                finding.severity().word(),
                text(finding));
    }

    private static String name(Finding finding) {
        return Printable.of(finding.id()) + " (" + finding.severity().word() + ")";
    }

    private String text(Finding finding) {
        List<String> lines = new ArrayList<>();
        InstalledPackage installed = packages.get(finding.packageId());
        if (installed != null) {
            installed.locations().forEach(each -> lines.add(each.evidence().path()));
        }
        lines.add(finding.how().compared());
        lines.addAll(Links.all(finding));
        return lines.stream()
                .filter(line -> !line.isEmpty())
                .map(Printable::of)
                .collect(Collectors.joining("\n"));
    }

    private Case skipped(Suppressed each) {
        String reason = each.reason().isEmpty() ? "" : ": " + each.reason();
        return new Case(
                named(each.finding().packageId()),
                name(each.finding()) + ", suppressed",
                Outcome.SKIPPED,
                Printable.of("suppressed by " + each.by() + reason),
                "suppressed",
                "");
    }

    private Case skipped(UndeterminedFinding each) {
        return new Case(
                named(each.packageId()),
                Printable.of(each.id()) + " (undetermined)",
                Outcome.SKIPPED,
                Printable.of(each.because()),
                "undetermined",
                "");
    }

    private static Case passed(InstalledPackage installed, Assessed assessed) {
        return new Case(
                Sentences.named(installed),
                assessed.assessed() ? "no known vulnerability" : "can be judged",
                assessed.assessed() ? Outcome.PASSED : Outcome.SKIPPED,
                Printable.of(assessed.why()),
                "not assessed",
                "");
    }

    private void counts() {
        xml.attribute("tests", String.valueOf(cases.size()));
        xml.attribute("failures", count(Outcome.FAILURE));
        xml.attribute("errors", count(Outcome.ERROR));
        xml.attribute("time", "0");
    }

    private String count(Outcome outcome) {
        return String.valueOf(cases.stream().filter(each -> each.outcome() == outcome).count());
    }

    private void suite() {
        xml.attribute("name", Printable.of(report.target().reference()));
        counts();
        xml.attribute("skipped", count(Outcome.SKIPPED));
        xml.attribute("timestamp", report.today() + "T00:00:00");
        xml.elements("testcase", cases, this::testCase);
        if (report.complete() && !report.inventory().problems().isEmpty()) {
            xml.leaf("system-err", problems());
        }
    }

    private void testCase(Case each) {
        xml.attribute("classname", each.group());
        xml.attribute("name", each.name());
        xml.attribute("time", "0");
        switch (each.outcome()) {
            case PASSED -> {}
            case FAILURE -> outcome("failure", each);
            case ERROR -> outcome("error", each);
            case SKIPPED -> outcome("skipped", each);
        }
    }

    private void outcome(String name, Case each) {
        xml.element(
                name,
                () -> {
                    xml.attribute("message", each.message());
                    xml.attribute("type", each.type());
                    xml.text(each.text());
                });
    }
}
