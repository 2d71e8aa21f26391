package io.plimsoll.policy.vex;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a statement says, the most careful first.
///
/// Source: OpenVEX 0.2.0, "Status Labels".
public enum VexStatus {
    AFFECTED,
    UNDER_INVESTIGATION,
    FIXED,
    NOT_AFFECTED;

    /// The label, such as `not_affected`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<VexStatus> ofWord(String word) {
        return Arrays.stream(values()).filter(each -> each.word().equals(word)).findAny();
    }

    /// Whether a finding of which it is said does not count.
    public boolean suppresses() {
        return this == FIXED || this == NOT_AFFECTED;
    }
}
