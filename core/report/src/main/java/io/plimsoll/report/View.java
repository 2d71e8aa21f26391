package io.plimsoll.report;

import io.plimsoll.model.Severity;
import io.plimsoll.report.compare.Side;
import java.util.Optional;

/// What of a report to show, and how. Formats for programs show everything that the filter leaves.
///
/// @param colour whether escape sequences may be used
/// @param full everything, instead of a screenful
/// @param width columns; 0 for no limit
/// @param lowest the mildest severity to show
/// @param onlyFixed whether to leave out what has no fix
/// @param baseline an earlier report, for formats that can say of each finding whether it is new
public record View(
        boolean colour,
        boolean full,
        int width,
        Severity lowest,
        boolean onlyFixed,
        Optional<Side> baseline) {
    /// Everything, without colour.
    public static final View EVERYTHING = new View(false, true, 0, Severity.UNKNOWN, false);

    /// A view without a baseline.
    public View(boolean colour, boolean full, int width, Severity lowest, boolean onlyFixed) {
        this(colour, full, width, lowest, onlyFixed, Optional.empty());
    }

    /// The same view beside an earlier report.
    public View since(Optional<Side> before) {
        return new View(colour, full, width, lowest, onlyFixed, before);
    }
}
