package io.plimsoll.report;

import io.plimsoll.model.Severity;

/// What of a report to show, and how. Formats for programs show everything that the filter leaves.
///
/// @param colour whether escape sequences may be used
/// @param full everything, instead of a screenful
/// @param width columns; 0 for no limit
/// @param lowest the mildest severity to show
/// @param onlyFixed whether to leave out what has no fix
public record View(boolean colour, boolean full, int width, Severity lowest, boolean onlyFixed) {
    /// Everything, without colour.
    public static final View EVERYTHING = new View(false, true, 0, Severity.UNKNOWN, false);
}
