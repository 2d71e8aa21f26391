package io.plimsoll.lint.report;

import io.plimsoll.dockerfile.Span;
import io.plimsoll.json.JsonWriter;
import io.plimsoll.lint.Level;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// The issues of Code Climate as one array, which is how GitLab's code quality reads them.
///
/// Source: the Code Climate engine specification, section "Issues"; GitLab's documentation, "Code
/// Quality", section "Code Quality report format".
final class CodeClimate {
    private final JsonWriter json;
    private final Map<String, Integer> seen = new HashMap<>();

    private CodeClimate(JsonWriter json) {
        this.json = json;
    }

    static void write(List<LintReport> reports, OutputStream out) {
        try (JsonWriter json = new JsonWriter(out)) {
            CodeClimate writer = new CodeClimate(json);
            json.array(reports.stream().flatMap(CodeClimate::issues).toList(), writer::issue);
        }
    }

    private record Issue(
            LintReport report, String check, String message, String severity, Span span) {}

    private static java.util.stream.Stream<Issue> issues(LintReport report) {
        return java.util.stream.Stream.concat(
                report.problems().stream()
                        .map(each ->
                                new Issue(
                                        report, "syntax", each.message(), "blocker", each.span())),
                report.findings().stream().map(each -> issue(report, each)));
    }

    private static Issue issue(LintReport report, LintFinding finding) {
        return new Issue(
                report,
                finding.rule().id(),
                finding.violation().message(),
                severity(finding.rule().level()),
                finding.span());
    }

    private void issue(Issue issue) {
        json.object(() -> {
            json.text("type", "issue");
            json.text("check_name", issue.check());
            json.text("description", issue.message());
            json.texts("categories", List.of("Bug Risk"));
            json.text("severity", issue.severity());
            json.text("fingerprint", fingerprint(issue));
            json.object(
                    "location",
                    () -> {
                        json.text("path", issue.report().path());
                        json.object(
                                "lines",
                                () -> {
                                    json.number("begin", issue.span().line());
                                    json.number("end", issue.span().line());
                                });
                    });
        });
    }

    /// Stays the same when lines are put in before it: file, rule, text, and which of several it is.
    private String fingerprint(Issue issue) {
        String key = issue.report().path() + "\n" + issue.check() + "\n" + issue.message();
        int number = seen.merge(key, 1, Integer::sum);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest((key + "\n" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private static String severity(Level level) {
        return switch (level) {
            case ERROR -> "critical";
            case WARNING -> "major";
            case INFO -> "minor";
            case STYLE -> "info";
        };
    }
}
