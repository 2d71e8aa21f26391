package io.plimsoll.model;

import java.time.LocalDate;
import java.util.Optional;

/// A finding that somebody has said not to count.
///
/// @param finding the finding as it was found
/// @param by what suppressed it, for people and for programs: `plimsoll.yaml:12`, `vex.json (OpenVEX)`
/// @param reason why, in the words of who suppressed it; empty where they gave none
/// @param expires the last day on which it holds; empty for no end
/// @param claim what they say of the vulnerability itself
public record Suppressed(
        Finding finding, String by, String reason, Optional<LocalDate> expires, Claim claim) {
    public Suppressed {
        Check.notEmpty(by, "what suppresses a finding");
    }

    /// A finding that was suppressed without a word on whether it is true.
    public Suppressed(Finding finding, String by, String reason, Optional<LocalDate> expires) {
        this(finding, by, reason, expires, Claim.NONE);
    }

    /// What is said of a vulnerability in a product. To leave a finding out, because it is known or
    /// its risk is accepted, says nothing of it.
    ///
    /// @param kind what is said
    /// @param justification why it is not affected, in a word of OpenVEX such as
    ///     `vulnerable_code_not_present`; empty where none was given
    public record Claim(Kind kind, String justification) {
        public static final Claim NONE = new Claim(Kind.NONE, "");

        /// What can be said.
        public enum Kind {
            NONE,
            NOT_AFFECTED,
            FIXED
        }
    }
}
