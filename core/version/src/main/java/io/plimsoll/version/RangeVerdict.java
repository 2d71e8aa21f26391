package io.plimsoll.version;

import java.util.List;
import java.util.Optional;

/// Whether an advisory's ranges hold a version, and what decided it.
public sealed interface RangeVerdict {
    /// The version is affected.
    ///
    /// @param introduced lower bound of the interval that holds the version, `0` where it has none;
    ///     the version itself where the advisory lists it
    /// @param fixed the lowest fixed version above this one that no range holds; empty where the
    ///     advisory knows none
    /// @param lastAffected upper bound of the interval, where it ends with the last affected version
    /// @param fixes the fixed versions that end an interval with this version in it, oldest first
    /// @param text the interval in words, such as `introduced 0, fixed 1.2.3`
    record Inside(
            String introduced,
            Optional<String> fixed,
            Optional<String> lastAffected,
            List<String> fixes,
            String text)
            implements RangeVerdict {
        public Inside {
            fixes = List.copyOf(fixes);
        }
    }

    /// The version is not affected.
    ///
    /// @param nearestFixed the highest fixed version that this one has reached; empty where it is
    ///     outside for another reason
    /// @param text what the version was compared with, such as `fixed 1.2.3`
    record Outside(Optional<String> nearestFixed, String text) implements RangeVerdict {}

    /// It cannot be said: the version, or a bound that would decide, is no version of the scheme.
    ///
    /// @param because which text is no version, and why
    record Undecided(String because) implements RangeVerdict {}
}
