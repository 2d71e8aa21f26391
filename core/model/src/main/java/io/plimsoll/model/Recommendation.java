package io.plimsoll.model;

import java.util.List;
import java.util.Optional;

/// A base image that could be used instead.
///
/// @param relation how it differs from the one in use
/// @param image what is known of it
/// @param change the vulnerabilities that come and go; empty where the content of one of both is not known
/// @param worse whether it is worse in what can be compared
/// @param packages whether the user's own packages can be installed on it
/// @param reasons for people, what speaks for it first
public record Recommendation(
        Relation relation,
        BaseFacts image,
        Optional<Change> change,
        boolean worse,
        Installable packages,
        List<String> reasons) {
    public Recommendation {
        reasons = List.copyOf(reasons);
    }

    /// Vulnerabilities by id, whatever the package.
    ///
    /// @param gone those of the image in use that it has not
    /// @param come those that it has and the image in use has not
    public record Change(SeverityCounts gone, SeverityCounts come) {}

    /// Whether packages of the user's own can be installed.
    ///
    /// @param answer for programs
    /// @param why for people
    public record Installable(Answer answer, String why) {}

    /// An answer that may be missing.
    public enum Answer {
        YES,
        LIKELY,
        NO,
        UNKNOWN;

        /// The word in reports.
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
