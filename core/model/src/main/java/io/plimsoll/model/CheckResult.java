package io.plimsoll.model;

import java.util.List;

/// How a check of a built image ended.
///
/// @param why what it rests on, or why it could not be made; may be empty for one that passed
/// @param findings the worst first; none unless it failed or is ignored
public record CheckResult(CheckInfo check, State state, String why, List<CheckFinding> findings) {
    /// The ways in which a check ends.
    public enum State {
        PASSED("passed"),
        FAILED("failed"),
        /// The evidence is not there: nothing is said, in neither direction.
        NOT_ASSESSED("not-assessed"),
        /// The user does not want to know.
        IGNORED("ignored");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /// The state in a report.
        public String word() {
            return word;
        }
    }

    public CheckResult {
        findings = List.copyOf(findings);
    }

    /// The severity of the worst finding; of the check where there is none.
    public Severity severity() {
        return findings.isEmpty() ? check.severity() : findings.getFirst().severity();
    }

    /// The same result, left out by the user.
    ///
    /// @param by the file or option that says so
    public CheckResult ignored(String by) {
        return new CheckResult(check, State.IGNORED, by, findings);
    }
}
