package io.plimsoll.match;

import io.plimsoll.advisory.Affected;
import io.plimsoll.model.VersionRange;

/// The name of a source rpm carries no epoch, and a binary package may have another one than its
/// source: `perl-Errno` has none, `perl` has 4. Compared by its source, a package takes the epoch
/// that the advisory's bounds have.
final class RpmEpochs {
    private RpmEpochs() {}

    /// The source's version with the epoch of the bounds.
    static String aligned(String version, Affected affected) {
        String bare = version.substring(version.indexOf(':') + 1);
        return affected.ranges().stream()
                .flatMap(range -> range.events().stream())
                .filter(event -> event.kind() != VersionRange.Kind.INTRODUCED)
                .map(VersionRange.Event::version)
                .filter(bound -> bound.indexOf(':') > 0)
                .map(bound -> bound.substring(0, bound.indexOf(':') + 1) + bare)
                .findFirst()
                .orElse(bare);
    }
}
