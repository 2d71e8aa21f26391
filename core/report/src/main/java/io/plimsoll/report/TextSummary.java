package io.plimsoll.report;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.TargetDescription;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// The head of the text report: what was scanned, and the answer in numbers.
final class TextSummary {
    /// From this probability on a vulnerability counts as likely to be exploited soon.
    private static final double LIKELY = 0.1;

    private TextSummary() {}

    static List<String> lines(ScanReport report, Paint paint) {
        List<String> lines = new ArrayList<>();
        lines.add(paint.bold(target(report.target())));
        if (mayHaveDistribution(report)) {
            lines.add(distribution(report, paint) + TextOrigins.base(report));
        }
        lines.add(packages(report));
        lines.add(data(report));
        if (!report.complete()) {
            lines.add(
                    paint.warning(
                            "Not all of it could be read: what follows speaks of a part, see the"
                                    + " problems below"));
        }
        lines.add("");
        lines.addAll(counts(report, paint));
        String leftOut = TextOrigins.leftOut(report);
        if (!leftOut.isEmpty()) {
            lines.add(leftOut);
        }
        return lines;
    }

    private static String target(TargetDescription target) {
        List<String> parts = new ArrayList<>();
        parts.add(target.reference());
        parts.add(target.kind());
        if (!target.platform().isEmpty()) {
            parts.add(target.platform());
        }
        if (target.size() > 0) {
            String in =
                    target.layers().isEmpty()
                            ? ""
                            : " in " + Words.count(target.layers().size(), "layer");
            parts.add(Words.size(target.size()) + in);
        }
        return String.join(" · ", parts);
    }

    /// A list of language packages has no distribution, and nobody misses one.
    private static boolean mayHaveDistribution(ScanReport report) {
        return !isListed(report)
                || report.inventory().distribution().isKnown()
                || report.inventory().packages().stream()
                        .anyMatch(each -> each.record().type().isSystem());
    }

    private static boolean isListed(ScanReport report) {
        return switch (report.target().kind()) {
            case "pkg", "purls", "sbom" -> true;
            default -> false;
        };
    }

    private static String distribution(ScanReport report, Paint paint) {
        if (!report.inventory().distribution().isKnown()) {
            return isListed(report)
                    ? "No distribution: neither the list nor its packages name one"
                    : "No distribution: no os-release, or none that can be read";
        }
        String name = Printable.of(report.inventory().distribution().prettyName());
        Assessment.Support support = report.assessment().support();
        String until = support.until().map(LocalDate::toString).orElse("");
        if (support.ended()) {
            String since = until.isEmpty() ? "" : " since " + until;
            return paint.warning(name + ", out of support" + since + ": fixes may be missing");
        }
        if (!support.known()) {
            return name + ", end of support unknown";
        }
        return until.isEmpty() ? name : name + ", supported until " + until;
    }

    private static String packages(ScanReport report) {
        Map<String, Integer> types = new TreeMap<>();
        for (InstalledPackage installed : report.inventory().packages()) {
            types.merge(installed.record().type().purlType(), 1, Integer::sum);
        }
        Coverage coverage = Coverage.of(report);
        StringBuilder line =
                new StringBuilder(Words.count(coverage.packages(), "package"))
                        .append(types.isEmpty() ? "" : ": ")
                        .append(mostFirst(types));
        int rest = coverage.packages() - coverage.assessed();
        if (rest == 0) {
            return line.append(coverage.packages() == 0 ? "" : " · all assessed").toString();
        }
        return line.append(" · ")
                .append(coverage.assessed())
                .append(" assessed, ")
                .append(rest)
                .append(" not (")
                .append(
                        coverage.notAssessed().entrySet().stream()
                                .map(reason -> reason.getValue() + ": " + reason.getKey())
                                .map(Printable::of)
                                .collect(Collectors.joining("; ")))
                .append(')')
                .toString();
    }

    /// `148 deb, 61 npm`.
    private static String mostFirst(Map<String, Integer> types) {
        List<Map.Entry<String, Integer>> entries = new ArrayList<>(types.entrySet());
        entries.sort((left, right) -> {
            int byCount = right.getValue().compareTo(left.getValue());
            return byCount != 0 ? byCount : left.getKey().compareTo(right.getKey());
        });
        List<String> words = new ArrayList<>();
        for (Map.Entry<String, Integer> type : entries) {
            words.add(type.getValue() + " " + type.getKey());
        }
        return String.join(", ", words);
    }

    private static String data(ScanReport report) {
        List<String> advisories =
                report.assessment().data().stream()
                        .filter(each -> each.modified().isPresent())
                        .filter(each -> !isAboutVulnerabilities(each.segment()))
                        .map(each ->
                                Printable.of(each.segment())
                                        + " of "
                                        + each.modified().orElseThrow()
                                        + " ("
                                        + Words.age(each.modified().orElseThrow(), report.today())
                                        + ")")
                        .toList();
        return advisories.isEmpty()
                ? "No advisories were consulted"
                : "Advisories: " + String.join(", ", advisories);
    }

    private static boolean isAboutVulnerabilities(String segment) {
        return switch (segment) {
            case "nvd", "epss", "kev", "eol" -> true;
            default -> false;
        };
    }

    private static List<String> counts(ScanReport report, Paint paint) {
        List<Finding> findings = report.assessment().findings();
        int undetermined = report.assessment().undetermined().size();
        String origins = TextOrigins.counts(report);
        if (findings.isEmpty()) {
            Coverage coverage = Coverage.of(report);
            String of =
                    coverage.assessed() == 0
                            ? "   no package could be judged"
                            : "   no known vulnerability in the "
                                    + Words.count(coverage.assessed(), "package")
                                    + " that could be judged";
            List<String> more = new ArrayList<>();
            if (!origins.isEmpty()) {
                of = "   no known vulnerability but those that were left out";
                more.add(origins);
            }
            if (undetermined > 0) {
                more.add(undetermined(undetermined));
            }
            return more.isEmpty() ? List.of(of) : List.of(of, "   " + String.join(" · ", more));
        }
        Map<Severity, Long> bySeverity = new EnumMap<>(Severity.class);
        findings.forEach(finding -> bySeverity.merge(finding.severity(), 1L, Long::sum));
        String severities =
                bySeverity.entrySet().stream()
                        .map(each ->
                                paint.severity(
                                        each.getKey(),
                                        each.getValue() + " " + each.getKey().word()))
                        .collect(Collectors.joining("   "));
        long fixable =
                findings.stream().filter(each -> each.fix().state() == Fix.State.FIXED).count();
        List<String> lines = new ArrayList<>();
        lines.add("   " + severities + exploited(findings));
        lines.add(
                "   "
                        + (origins.isEmpty() ? "" : origins + " · ")
                        + fixable
                        + " of "
                        + findings.size()
                        + " can be fixed now"
                        + (undetermined == 0 ? "" : " · " + undetermined(undetermined)));
        return lines;
    }

    private static String undetermined(int count) {
        return count + " undetermined";
    }

    private static String exploited(List<Finding> findings) {
        long known =
                findings.stream().filter(each -> each.facts().knownExploited().isPresent()).count();
        long likely =
                findings.stream()
                        .filter(each ->
                                each.facts()
                                        .epss()
                                        .filter(epss -> epss.score() > LIKELY)
                                        .isPresent())
                        .count();
        return known + likely == 0
                ? ""
                : "     exploited (KEV) " + known + ", likely soon (EPSS > 10 %) " + likely;
    }
}
