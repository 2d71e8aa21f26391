package io.plimsoll.report;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the checks of a built image say, in the text report: what failed, the worst first, with a few
/// places each; then what could not be told.
final class TextChecks {
    /// Checks of the short form, and places of each: with what follows them about a screenful.
    private static final int SHORT_CHECKS = 8;

    private static final int SHORT_PLACES = 2;

    private final ImageChecks checks;
    private final boolean full;
    private final Severity lowest;
    private final Paint paint;

    private TextChecks(ImageChecks checks, View view, Paint paint) {
        this.checks = checks;
        this.full = view.full();
        this.lowest = view.lowest();
        this.paint = paint;
    }

    static List<String> lines(ScanReport report, View view, Paint paint) {
        return report.checks().isEmpty()
                ? List.of()
                : new TextChecks(report.checks().get(), view, paint).lines();
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add(paint.bold(heading()));
        List<CheckResult> failed =
                checks.failed().stream().filter(each -> each.severity().isAtLeast(lowest)).toList();
        int shown = full ? failed.size() : Math.min(SHORT_CHECKS, failed.size());
        failed.subList(0, shown).forEach(each -> failed(each, lines));
        if (shown < failed.size()) {
            int more = failed.size() - shown;
            lines.add(paint.faint("… and " + Words.count(more, "check") + " more: --full"));
        }
        lines.add("");
        others(CheckResult.State.NOT_ASSESSED, "Not assessed: ", lines);
        others(CheckResult.State.IGNORED, "Ignored: ", lines);
        search(checks.search(), lines);
        checks.space().ifPresent(space -> space(space, lines));
        return lines;
    }

    private String heading() {
        long passed = count(CheckResult.State.PASSED);
        long failed = count(CheckResult.State.FAILED);
        long open = count(CheckResult.State.NOT_ASSESSED);
        return "Checks: " + failed + " failed, " + passed + " passed, " + open + " not assessed";
    }

    private long count(CheckResult.State state) {
        return checks.results().stream().filter(each -> each.state() == state).count();
    }

    private void failed(CheckResult result, List<String> lines) {
        String word = result.severity().word();
        lines.add(
                paint.severity(result.severity(), word)
                        + " ".repeat(Math.max(1, 12 - word.length()))
                        + paint.bold(result.check().id())
                        + "  "
                        + result.check().summary());
        List<CheckFinding> findings = result.findings();
        int shown = full ? findings.size() : Math.min(SHORT_PLACES, findings.size());
        findings.subList(0, shown).forEach(each -> lines.add("  " + place(each)));
        if (full && !result.why().isEmpty()) {
            lines.add(Printable.of("  " + result.why()));
        }
        if (shown < findings.size()) {
            lines.add(paint.faint("  … and " + (findings.size() - shown) + " more: --full"));
        }
    }

    private static String place(CheckFinding finding) {
        StringBuilder line = new StringBuilder();
        if (!finding.path().isEmpty()) {
            line.append(finding.path());
            line.append(finding.line() > 0 ? ":" + finding.line() : "").append(": ");
        }
        line.append(finding.message());
        if (finding.bytes() > 0) {
            line.append(", ").append(Words.size(finding.bytes()));
        }
        return Printable.of(line.toString());
    }

    private void others(CheckResult.State state, String title, List<String> lines) {
        List<CheckResult> others =
                checks.results().stream().filter(each -> each.state() == state).toList();
        if (full) {
            Map<String, List<String>> byReason = new TreeMap<>();
            others.forEach(each ->
                    byReason.computeIfAbsent(each.why(), any -> new ArrayList<>())
                            .add(each.check().id()));
            byReason.forEach((why, ids) ->
                    lines.add(Printable.of(title + String.join(", ", ids) + ": " + why)));
        } else if (!others.isEmpty()) {
            lines.add(
                    title
                            + String.join(
                                    ", ", others.stream().map(each -> each.check().id()).toList()));
        }
    }

    private static void search(ImageChecks.Search search, List<String> lines) {
        lines.add(
                "Searched for secrets: "
                        + Words.count(search.files(), "text file")
                        + ", "
                        + Words.size(search.bytes())
                        + "; not "
                        + Words.count(search.binaries(), "binary", "binaries")
                        + ", "
                        + Words.size(search.binaryBytes())
                        + (search.cut() == 0
                                ? ""
                                : "; " + Words.count(search.cut(), "file") + " only in part"));
        for (Map.Entry<String, Long> each : search.notReported().entrySet()) {
            lines.add(
                    "Not reported: "
                            + Words.count(each.getValue(), "secret")
                            + ", "
                            + each.getKey());
        }
    }

    private static void space(ImageChecks.Space space, List<String> lines) {
        lines.add(
                "Space: efficiency "
                        + Math.round(space.efficiency() * 1000) / 10.0
                        + " %, "
                        + Words.size(space.wasted())
                        + " of "
                        + Words.size(space.bytes())
                        + " are never seen");
    }
}
