package io.plimsoll.advisory;

import io.plimsoll.model.VersionRange;
import java.util.List;

/// What an advisory says of one package.
///
/// @param advisory the advisory's number in its segment
/// @param ranges affected ranges
/// @param versions affected versions, one by one; empty where ranges say all
/// @param status fix state in the feed's word, such as `open`, `fixed`, `wont-fix`; empty where the
///     ranges alone say it
/// @param module rpm module as `name:stream` that the ranges hold for; empty where none
/// @param note what a person should know of the bounds, such as `upper-bound`, `bound-unknown`;
///     empty where nothing
/// @param derived true where the package's name was not in the advisory but follows from it: the
///     source that its binary packages are built from
public record Affected(
        int advisory,
        List<VersionRange> ranges,
        List<String> versions,
        String status,
        String module,
        String note,
        boolean derived) {
    public Affected {
        ranges = List.copyOf(ranges);
        versions = List.copyOf(versions);
    }
}
