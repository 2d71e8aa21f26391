package io.plimsoll.checks;

import io.plimsoll.model.CheckFinding;
import java.util.List;

/// What a check says of an image.
///
/// @param assessed whether the evidence was enough to say anything
/// @param why what it rests on, or why nothing can be said; may be empty where there are findings
/// @param findings in any order; none where all is well
public record Outcome(boolean assessed, String why, List<CheckFinding> findings) {
    public Outcome {
        findings = List.copyOf(findings);
    }

    public static Outcome of(List<CheckFinding> findings) {
        return new Outcome(true, "", findings);
    }

    public static Outcome passed(String why) {
        return new Outcome(true, why, List.of());
    }

    public static Outcome notAssessed(String why) {
        return new Outcome(false, why, List.of());
    }
}
