package io.plimsoll.lint;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
        return tried(report, chosen);
    }

    /// Where the fixes together do not make it better, those of one half may.
    private LintReport tried(LintReport report, List<LintFinding> findings) {
        LintReport after = applied(report, findings);
        if (isBetter(report, after, findings)) {
            return after;
        }
        if (findings.size() == 1) {
            return report;
        }
        // The second half first: what stands before it keeps its place.
        int middle = findings.size() / 2;
        LintReport half = tried(report, findings.subList(middle, findings.size()));
        return tried(half, findings.subList(0, middle));
    }

    /// The findings whose fixes do not touch one another, by their place in the file. A fix of several
    /// edits takes all that lies between them.
    private static List<LintFinding> chosen(List<LintFinding> findings) {
        TreeMap<Integer, LintFinding> chosen = new TreeMap<>();
        for (LintFinding each : findings) {
            if (each.violation().fix().isEmpty()) {
                continue;
            }
            Map.Entry<Integer, LintFinding> before = chosen.floorEntry(end(each));
            boolean free =
                    before == null
                            || (end(before.getValue()) <= start(each)
                                    && before.getKey() < start(each));
            if (free) {
                chosen.put(start(each), each);
            }
        }
        return List.copyOf(chosen.values());
    }

    private static int start(LintFinding finding) {
        return finding.violation().fix().stream().mapToInt(Edit::start).min().orElse(0);
    }

    private static int end(LintFinding finding) {
        return finding.violation().fix().stream().mapToInt(Edit::end).max().orElse(0);
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
