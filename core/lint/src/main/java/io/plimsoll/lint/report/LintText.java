package io.plimsoll.lint.report;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.SyntaxProblem;
import io.plimsoll.lint.Level;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import io.plimsoll.model.Printable;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Reports for people: each finding with the line that it is about, and a sum.
final class LintText {
    private static final int WIDEST = 160;

    private final Writer out;

    private LintText(Writer out) {
        this.out = out;
    }

    static void write(List<LintReport> reports, OutputStream out) {
        try {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            LintText text = new LintText(writer);
            for (LintReport report : reports) {
                text.report(report);
            }
            writer.flush();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void report(LintReport report) throws IOException {
        String[] lines = lines(report.file());
        for (SyntaxProblem problem : report.problems()) {
            int line = problem.span().line();
            head(report.path(), line, problem.span().column(), "syntax", problem.message());
            source(lines, line, line);
            line("");
        }
        for (LintFinding finding : report.findings()) {
            head(
                    report.path(),
                    finding.span().line(),
                    finding.span().column(),
                    finding.rule().level().word() + " " + finding.rule().id(),
                    finding.violation().message());
            source(lines, finding.span().line(), lastLine(finding));
            List<String> aliases = finding.rule().aliases();
            line(
                    "  "
                            + finding.rule().summary()
                            + (finding.violation().fix().isEmpty() ? "" : " --fix does it.")
                            + (aliases.isEmpty() ? "" : " (" + String.join(", ", aliases) + ")"));
            line("");
        }
        line(report.path() + ": " + sum(report));
    }

    /// What ends with a line break ends in the line before.
    private static int lastLine(LintFinding finding) {
        boolean atStart = finding.end().column() == 1 && finding.span().length() > 0;
        return Math.max(finding.span().line(), finding.end().line() - (atStart ? 1 : 0));
    }

    private void head(String path, int line, int column, String what, String message)
            throws IOException {
        line(
                Printable.of(path)
                        + ":"
                        + line
                        + ":"
                        + column
                        + " "
                        + what
                        + ": "
                        + Printable.of(message));
    }

    /// The lines in question, marked, with one around them on both sides.
    private void source(String[] lines, int first, int last) throws IOException {
        for (int number = Math.max(1, first - 1);
                number <= Math.min(lines.length, last + 1);
                number++) {
            boolean isMeant = number >= first && number <= last;
            String digits = "" + number;
            line(
                    " ".repeat(Math.max(0, 5 - digits.length()))
                            + digits
                            + (isMeant ? " >  " : " |  ")
                            + Printable.beginning(lines[number - 1], WIDEST));
        }
    }

    static String sum(LintReport report) {
        List<String> parts = new ArrayList<>();
        for (Level level : Level.values()) {
            long count =
                    report.findings().stream().filter(each -> each.rule().level() == level).count();
            if (count > 0) {
                parts.add(count + " " + level.word());
            }
        }
        int problems = report.problems().size();
        if (problems > 0) {
            parts.addFirst(problems + " that a builder refuses");
        }
        long fixable =
                report.findings().stream()
                        .filter(each -> !each.violation().fix().isEmpty())
                        .count();
        int suppressed = report.suppressed().size();
        return (parts.isEmpty() ? "nothing found" : String.join(", ", parts))
                + (fixable == 0 ? "" : "; --fix mends " + fixable)
                + (suppressed == 0 ? "" : "; " + suppressed + " suppressed");
    }

    private static String[] lines(Dockerfile file) {
        String text = new String(file.print(), StandardCharsets.UTF_8);
        return text.split("\r?\n");
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
