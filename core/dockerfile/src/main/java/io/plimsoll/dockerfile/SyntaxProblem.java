package io.plimsoll.dockerfile;

import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;

/// What a builder would refuse.
///
/// @param message one sentence, with the text in quotes
/// @param span where
public record SyntaxProblem(String message, Span span) {
    /// The problem as a report holds it.
    ///
    /// @param file path of the Dockerfile
    public Problem of(String file) {
        return Problem.of(
                file,
                "dockerfile",
                ProblemKind.MALFORMED,
                "line " + span.line() + ", column " + span.column() + ": " + message);
    }
}
