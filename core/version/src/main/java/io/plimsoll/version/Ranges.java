package io.plimsoll.version;

import io.plimsoll.model.VersionRange;
import java.util.List;
import java.util.Optional;

/// Evaluates the affected versions of an advisory.
///
/// Source: OSV schema 1.7.5, "Evaluation".
public final class Ranges {
    private Ranges() {}

    /// Whether a version is affected: one range or one listed version is enough. Events may stand
    /// in any order. A version that is none of the scheme is looked for among the listed ones as
    /// text.
    ///
    /// ```
    /// evaluate(VersionSchemes.DEB, ranges, List.of(), "1.2-1")
    ///     // Inside[introduced=0, fixed=Optional[1.2-3], …, text=introduced 0, fixed 1.2-3]
    /// ```
    ///
    /// @param versions versions that the advisory lists one by one
    public static RangeVerdict evaluate(
            VersionScheme scheme,
            List<VersionRange> ranges,
            List<String> versions,
            String version) {
        try {
            scheme.check(version);
        } catch (InvalidVersionException e) {
            return evaluateText(ranges, versions, version, e);
        }
        return new RangeEvaluation(scheme, ranges, versions).verdict(version);
    }

    private static RangeVerdict evaluateText(
            List<VersionRange> ranges,
            List<String> versions,
            String version,
            InvalidVersionException why) {
        for (VersionRange range : ranges) {
            if (RangeSweep.holdsEverything(range)) {
                return new RangeVerdict.Inside(
                        "0", Optional.empty(), Optional.empty(), List.of(), "introduced 0");
            }
        }
        if (versions.contains(version)) {
            return RangeEvaluation.listed(version);
        }
        if (ranges.isEmpty() && !versions.isEmpty()) {
            return new RangeVerdict.Outside(Optional.empty(), RangeEvaluation.notAmong(versions));
        }
        return new RangeVerdict.Undecided("the package's version " + why.getMessage());
    }
}
