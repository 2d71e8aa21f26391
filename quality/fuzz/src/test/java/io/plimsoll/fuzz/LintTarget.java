package io.plimsoll.fuzz;

import io.plimsoll.catalog.PackageNeeds;
import io.plimsoll.catalog.apk.ApkNeeds;
import io.plimsoll.catalog.dpkg.DpkgNeeds;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.lint.Fixer;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.Linter;
import io.plimsoll.lint.context.IgnoreFile;
import io.plimsoll.lint.report.LintReports;
import io.plimsoll.lint.rules.Rules;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.Script;
import io.plimsoll.lint.shell.ScriptReader;
import io.plimsoll.lint.shell.ShellWord;
import io.plimsoll.model.Limits;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/// Dockerfiles against all rules, and scripts of RUN.
final class LintTarget {
    private static final Linter LINTER = new Linter(Rules.all(), List.of(), LocalDate.EPOCH);

    private LintTarget() {}

    /// Each finding is inside of the file, fixes leave fewer findings, and each report is written.
    static void file(byte[] input) {
        Dockerfile file = Dockerfile.parse(input);
        LintReport report = LINTER.lint("Dockerfile", file);
        int length = file.elements().isEmpty() ? 0 : file.elements().getLast().span().end();
        report.findings()
                .forEach(each -> FuzzTarget.require(each.span().end() <= length, "outside"));
        Fixer.Result fixed = new Fixer(LINTER).fix(report);
        FuzzTarget.require(
                fixed.report().findings().size() <= report.findings().size(), "more findings");
        FuzzTarget.require(
                fixed.report().problems().size() <= report.problems().size(), "more problems");
        for (String format : LintReports.FORMATS) {
            LintReports.write(format, List.of(report), "1", OutputStream.nullOutputStream());
        }
    }

    /// A `.dockerignore`, a zero byte and a path: the same answer for the path with another spelling.
    static void dockerignore(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        int end = text.indexOf('\0');
        IgnoreFile file = IgnoreFile.of(end < 0 ? text : text.substring(0, end));
        String path = end < 0 ? "a/b" : text.substring(end + 1);
        FuzzTarget.require(
                path.startsWith("/") || file.ignores(path) == file.ignores("./" + path),
                "another answer for " + path);
    }

    /// A status file of dpkg, a zero byte and apt's marks: what nothing needs is installed.
    static void needs(byte[] input) throws InterruptedException {
        int end = 0;
        while (end < input.length && input[end] != 0) {
            end++;
        }
        byte[] status = Arrays.copyOf(input, end);
        byte[] marks = Arrays.copyOfRange(input, end, input.length);
        PackageNeeds needs = DpkgNeeds.read(status, marks, Limits.standard());
        FuzzTarget.require(needs.unneeded().size() <= input.length, "too many");
        PackageNeeds apk = ApkNeeds.read(status, marks);
        FuzzTarget.require(apk.unneeded().size() <= input.length, "too many");
    }

    /// Words stand where they say, and a bare one is what stands there.
    static void script(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        Script script = ScriptReader.read(text, (from, to) -> new Span(from, to, 1, 1));
        for (Command command : script.commands()) {
            command.words().forEach(word -> check(text, word));
            command.assignments().forEach(word -> check(text, word));
        }
    }

    private static void check(String text, ShellWord word) {
        Span span = word.span();
        FuzzTarget.require(span.end() <= text.length(), "outside");
        FuzzTarget.require(
                !word.isBare() || text.substring(span.start(), span.end()).equals(word.text()),
                "another text");
    }
}
