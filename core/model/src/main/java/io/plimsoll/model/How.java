package io.plimsoll.model;

import java.util.Locale;

/// The evidence of a judgement: which record, which range, what was compared.
///
/// @param kind by which name the package met the advisory
/// @param advisory the advisory's id
/// @param segment name of the store's segment that holds it
/// @param range the affected range in words: `introduced 0, fixed 3.0.17-1~deb12u3`
/// @param compared the comparison that decided: `3.0.11-1 < 3.0.17-1 (deb)`
public record How(Kind kind, String advisory, String segment, String range, String compared) {
    /// By which name a package met an advisory.
    public enum Kind {
        PACKAGE,
        SOURCE_PACKAGE,
        CLASS_FINGERPRINT,
        CPE;

        /// The word in reports: lower case with hyphens.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
