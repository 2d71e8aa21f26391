package io.plimsoll.lint;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.SyntaxProblem;
import java.util.List;

/// What there is to say about a Dockerfile.
///
/// @param path of the file, as the user gave it
/// @param findings in the order of the file
/// @param suppressed what comments or options take out
/// @param problems what a builder would refuse
public record LintReport(
        String path,
        Dockerfile file,
        List<LintFinding> findings,
        List<Suppressed> suppressed,
        List<SyntaxProblem> problems) {
    public LintReport {
        findings = List.copyOf(findings);
        suppressed = List.copyOf(suppressed);
        problems = List.copyOf(problems);
    }

    /// A finding that is taken out.
    ///
    /// @param by the comment or the option that did it
    public record Suppressed(LintFinding finding, String by) {}
}
