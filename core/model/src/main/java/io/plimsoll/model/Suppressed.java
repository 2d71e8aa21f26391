package io.plimsoll.model;

import java.time.LocalDate;
import java.util.Optional;

/// A finding that somebody has said not to count.
///
/// @param finding the finding as it was found
/// @param by what suppressed it, for people and for programs: `plimsoll.yaml:12`, `vex.json (OpenVEX)`
/// @param reason why, in the words of who suppressed it; empty where they gave none
/// @param expires the last day on which it holds; empty for no end
public record Suppressed(Finding finding, String by, String reason, Optional<LocalDate> expires) {
    public Suppressed {
        Check.notEmpty(by, "what suppresses a finding");
    }
}
