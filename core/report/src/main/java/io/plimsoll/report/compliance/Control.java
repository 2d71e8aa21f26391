package io.plimsoll.report.compliance;

import io.plimsoll.model.CheckFinding;
import java.util.List;

/// A control of a benchmark and how an image stands to it.
///
/// @param id such as `4.8`
/// @param title in our words
/// @param why what it rests on, or why nothing can be said
/// @param checks the ids of the checks that tell
/// @param findings that stand against it
record Control(
        String id,
        String title,
        Status status,
        String why,
        List<String> checks,
        List<CheckFinding> findings) {
    /// How an image stands to a control.
    enum Status {
        PASS("pass"),
        /// Not as the control has it, and as nearly every image is.
        WARN("warn"),
        FAIL("fail"),
        NOT_ASSESSED("not-assessed");

        private final String word;

        Status(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    Control {
        checks = List.copyOf(checks);
        findings = List.copyOf(findings);
    }
}
