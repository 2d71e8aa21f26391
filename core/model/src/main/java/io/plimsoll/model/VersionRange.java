package io.plimsoll.model;

import java.util.List;

/// The versions that an advisory concerns, as OSV writes them: events that switch "affected" on and
/// off along the version order.
///
/// Source: OSV schema 1.7.5, `affected[].ranges[].events`.
///
/// @param events in the order of the advisory, not necessarily of the versions
public record VersionRange(List<Event> events) {
    public VersionRange {
        events = List.copyOf(events);
    }

    /// One bound.
    ///
    /// @param kind what happens at the version
    /// @param version the version, `0` for "before every version"
    public record Event(Kind kind, String version) {}

    /// What an event does.
    public enum Kind {
        /// Affected from this version on, itself included.
        INTRODUCED,
        /// Not affected from this version on, itself included.
        FIXED,
        /// Not affected after this version; itself still is.
        LAST_AFFECTED,
        /// Nothing is said from this version on.
        LIMIT
    }
}
