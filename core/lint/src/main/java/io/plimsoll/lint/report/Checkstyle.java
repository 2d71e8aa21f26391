package io.plimsoll.lint.report;

import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.SyntaxProblem;
import io.plimsoll.lint.Level;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import java.io.OutputStream;
import java.util.List;

/// The XML of Checkstyle, which build servers and review bots read.
///
/// Source: Checkstyle's `XMLLogger`, version 4.3 of the format; `source` as hadolint writes it.
final class Checkstyle {
    private Checkstyle() {}

    static void write(List<LintReport> reports, OutputStream out) {
        Xml xml = new Xml(out);
        xml.line(0, "<checkstyle version=\"4.3\">");
        for (LintReport report : reports) {
            xml.line(1, "<file" + Xml.attribute("name", report.path()) + ">");
            for (SyntaxProblem each : report.problems()) {
                error(xml, each.span(), "error", each.message(), "syntax");
            }
            for (LintFinding each : report.findings()) {
                error(
                        xml,
                        each.span(),
                        severity(each.rule().level()),
                        each.violation().message(),
                        each.rule().id());
            }
            xml.line(1, "</file>");
        }
        xml.line(0, "</checkstyle>");
        xml.finish();
    }

    private static void error(Xml xml, Span span, String severity, String message, String source) {
        xml.line(
                2,
                "<error"
                        + Xml.attribute("line", "" + span.line())
                        + Xml.attribute("column", "" + span.column())
                        + Xml.attribute("severity", severity)
                        + Xml.attribute("message", message)
                        + Xml.attribute("source", source)
                        + "/>");
    }

    private static String severity(Level level) {
        return level == Level.STYLE ? "info" : level.word();
    }
}
