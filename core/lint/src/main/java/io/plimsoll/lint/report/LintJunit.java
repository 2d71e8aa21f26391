package io.plimsoll.lint.report;

import io.plimsoll.dockerfile.SyntaxProblem;
import io.plimsoll.lint.Level;
import io.plimsoll.lint.LintFinding;
import io.plimsoll.lint.LintReport;
import java.io.OutputStream;
import java.util.List;

/// JUnit's XML: a suite each file, a test case each finding; errors and warnings are failures.
///
/// Source: the schema of the JUnit report of Apache Ant, as build servers read it.
final class LintJunit {
    private LintJunit() {}

    static void write(List<LintReport> reports, OutputStream out) {
        Xml xml = new Xml(out);
        xml.line(0, "<testsuites>");
        reports.forEach(each -> suite(xml, each));
        xml.line(0, "</testsuites>");
        xml.finish();
    }

    private static void suite(Xml xml, LintReport report) {
        List<LintFinding> findings = report.findings();
        int problems = report.problems().size();
        long failures = findings.stream().filter(LintJunit::fails).count();
        boolean none = findings.isEmpty() && problems == 0;
        xml.line(
                1,
                "<testsuite"
                        + Xml.attribute("name", report.path())
                        + Xml.attribute("tests", "" + (none ? 1 : findings.size() + problems))
                        + Xml.attribute("failures", "" + failures)
                        + Xml.attribute("errors", "" + problems)
                        + ">");
        if (none) {
            xml.line(
                    2,
                    "<testcase"
                            + Xml.attribute("name", "nothing found")
                            + Xml.attribute("classname", report.path())
                            + "/>");
        }
        for (SyntaxProblem each : report.problems()) {
            test(xml, report, "syntax in line " + each.span().line(), "error", each.message());
        }
        for (LintFinding each : findings) {
            String name = each.rule().id() + " in line " + each.span().line();
            test(xml, report, name, fails(each) ? "failure" : "", each.violation().message());
        }
        xml.line(1, "</testsuite>");
    }

    /// @param element empty where the test passes
    private static void test(
            Xml xml, LintReport report, String name, String element, String message) {
        String start =
                "<testcase"
                        + Xml.attribute("name", name)
                        + Xml.attribute("classname", report.path());
        if (element.isEmpty()) {
            xml.line(2, start + "/>");
            return;
        }
        xml.line(2, start + ">");
        xml.line(3, "<" + element + Xml.attribute("message", message) + "/>");
        xml.line(2, "</testcase>");
    }

    private static boolean fails(LintFinding finding) {
        return finding.rule().level().isAtLeast(Level.WARNING);
    }
}
