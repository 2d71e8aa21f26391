package io.plimsoll.model;

import java.util.List;
import java.util.Locale;

/// Whether and where a vulnerability is fixed.
///
/// @param state what the publisher says
/// @param versions versions that fix it, the lowest first; empty unless the state is `FIXED`
public record Fix(State state, List<String> versions) {
    public Fix {
        versions = List.copyOf(versions);
    }

    /// What the publisher says of a fix.
    public enum State {
        FIXED,
        NOT_FIXED,
        WONT_FIX,
        DEFERRED,
        UNKNOWN;

        /// The word in reports: lower case with hyphens.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
