package io.plimsoll.lint;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Carries out the fixes of findings.
public final class Fixer {
    /// Times that the findings of what came out are fixed in turn; fixes seldom open the way for others.
    private static final int ROUNDS = 5;

    private final Linter linter;

    public Fixer(Linter linter) {
        this.linter = linter;
    }

    /// What came of it.
    ///
    /// @param report of the file as it is then
    /// @param fixed findings that are gone
    public record Result(LintReport report, int fixed) {
        /// The fixed file.
        public Dockerfile file() {
            return report.file();
        }
    }

    /// Fixes what can be fixed. A fix is left out where it would touch what another one changes, and
    /// where the file would break the same rule as often as before, or would be refused by a builder
    /// for more reasons.
    public Result fix(LintReport before) {
        LintReport report = before;
        int fixed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            LintReport next = round(report);
            if (next.equals(report)) {
                break;
            }
            fixed += report.findings().size() - next.findings().size();
            report = next;
        }
        return new Result(report, fixed);
    }

    private LintReport round(LintReport report) {
        List<LintFinding> chosen = chosen(report.findings());
        if (chosen.isEmpty()) {
            return report;
        }
        LintReport all = applied(report, chosen);
        if (isBetter(report, all, chosen)) {
            return all;
        }
        // One of them is at fault: each by itself.
        LintReport better = report;
        for (LintFinding each : chosen.reversed()) {
            LintReport one = applied(better, List.of(each));
            better = isBetter(better, one, List.of(each)) ? one : better;
        }
        return better;
    }

    /// The findings whose fixes do not touch one another, the first ones first.
    private static List<LintFinding> chosen(List<LintFinding> findings) {
        List<LintFinding> chosen = new ArrayList<>();
        List<Edit> taken = new ArrayList<>();
        for (LintFinding each : findings) {
            List<Edit> fix = each.violation().fix();
            if (!fix.isEmpty() && fix.stream().noneMatch(edit -> touches(edit, taken))) {
                chosen.add(each);
                taken.addAll(fix);
            }
        }
        return chosen;
    }

    private static boolean touches(Edit edit, List<Edit> others) {
        return others.stream()
                .anyMatch(other ->
                        edit.equals(other)
                                || (edit.start() < other.end() && other.start() < edit.end())
                                || (edit.start() == other.start()
                                        && (edit.end() > edit.start()
                                                || other.end() > other.start())));
    }

    private LintReport applied(LintReport report, List<LintFinding> findings) {
        List<Edit> edits =
                findings.stream().flatMap(each -> each.violation().fix().stream()).toList();
        byte[] bytes = report.file().replaced(spans(report.file(), edits), texts(edits));
        return linter.lint(report.path(), Dockerfile.parse(bytes));
    }

    private static List<Span> spans(Dockerfile file, List<Edit> edits) {
        return edits.stream().map(edit -> file.span(edit.start(), edit.end())).toList();
    }

    private static List<String> texts(List<Edit> edits) {
        return edits.stream().map(Edit::text).toList();
    }

    private static boolean isBetter(
            LintReport before, LintReport after, List<LintFinding> findings) {
        Map<String, Integer> old = counts(before);
        Map<String, Integer> now = counts(after);
        Map<String, Integer> wanted = new HashMap<>();
        findings.forEach(each -> wanted.merge(each.rule().id(), 1, Integer::sum));
        boolean fewer =
                wanted.entrySet().stream()
                        .allMatch(each ->
                                now.getOrDefault(each.getKey(), 0)
                                        <= old.getOrDefault(each.getKey(), 0) - each.getValue());
        boolean noneMore =
                now.entrySet().stream()
                        .allMatch(each -> each.getValue() <= old.getOrDefault(each.getKey(), 0));
        boolean sameShape =
                before.file().instructions().size() == after.file().instructions().size()
                        && before.file().stages().size() == after.file().stages().size();
        return fewer
                && noneMore
                && sameShape
                && after.problems().size() <= before.problems().size();
    }

    private static Map<String, Integer> counts(LintReport report) {
        Map<String, Integer> counts = new HashMap<>();
        report.findings().forEach(each -> counts.merge(each.rule().id(), 1, Integer::sum));
        return counts;
    }
}
