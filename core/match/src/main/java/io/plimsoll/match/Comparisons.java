package io.plimsoll.match;

import io.plimsoll.version.RangeVerdict;
import io.plimsoll.version.VersionScheme;

/// The comparisons that decided, in words.
final class Comparisons {
    private Comparisons() {}

    /// `3.0.11-1 < 3.0.17-1 (deb)`.
    static String inside(String version, RangeVerdict.Inside inside, VersionScheme scheme) {
        String bound =
                inside.fixed()
                        .map(fixed -> version + " < " + fixed)
                        .or(() -> inside.lastAffected().map(last -> version + " <= " + last))
                        .orElse(version + " is in \"" + inside.text() + "\"");
        return bound + " (" + scheme.id() + ")";
    }

    /// `3.0.17-1 >= 3.0.17-1 (deb)`.
    static String outside(String version, RangeVerdict.Outside outside, VersionScheme scheme) {
        String bound =
                outside.nearestFixed()
                        .map(fixed -> version + " >= " + fixed)
                        .orElse(version + " is not in \"" + outside.text() + "\"");
        return bound + " (" + scheme.id() + ")";
    }
}
