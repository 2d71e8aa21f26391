package io.plimsoll.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Whether an image should be built anew, and what that would change.
///
/// @param target the image
/// @param reasons why it should be, empty where nothing speaks for it
/// @param base the image to build it on, with its digest where that is known; empty to leave it as it is
/// @param packages of the distribution that a build without a cache would bring in a newer version, sorted by name
/// @param notes what could not be found out, for people
public record Rebuild(
        TargetDescription target,
        List<Reason> reasons,
        Optional<String> base,
        List<Update> packages,
        List<String> notes) {
    public Rebuild {
        reasons = List.copyOf(reasons);
        packages = List.copyOf(packages);
        notes = List.copyOf(notes);
    }

    /// Whether it is out of date.
    public boolean isStale() {
        return !reasons.isEmpty();
    }

    /// Why an image should be built anew.
    ///
    /// @param text for people
    public record Reason(Kind kind, String text) {}

    /// The kinds of reasons; the word is the name in lower case with hyphens.
    public enum Kind {
        /// What its base image is called means another image by now.
        NEWER_BASE,
        /// Its distribution has newer packages that fix vulnerabilities.
        FIXED_PACKAGES;

        /// The word in reports.
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// A package and the version that a build would bring.
    ///
    /// @param name of the package
    /// @param installed the version that is there
    /// @param available the version that is to be had at least
    /// @param origin who brought it
    /// @param source what says so: advisories, or an indexed image
    public record Update(
            String name, String installed, String available, Origin origin, String source) {}
}
