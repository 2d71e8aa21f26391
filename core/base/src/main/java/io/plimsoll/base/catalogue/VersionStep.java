package io.plimsoll.base.catalogue;

import java.util.List;

/// How one version follows upon another.
public enum VersionStep {
    OLDER,
    SAME,
    /// Newer with the same first number.
    MINOR,
    /// Newer with another first number.
    MAJOR,
    /// One of both has no number.
    UNKNOWN;

    /// How a version follows upon another.
    ///
    /// @param from the numbers of the version in use, the first one first
    /// @param to the numbers of the other one
    public static VersionStep between(List<Long> from, List<Long> to) {
        if (from.isEmpty() || to.isEmpty()) {
            return UNKNOWN;
        }
        int order = Versions.compare(to, from);
        if (order <= 0) {
            return order < 0 ? OLDER : SAME;
        }
        return from.getFirst().equals(to.getFirst()) ? MINOR : MAJOR;
    }
}
