package io.plimsoll.truth;

import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionScheme;

/// Our order, for tests that compare it with somebody else's.
final class Order {
    private Order() {}

    static boolean isValid(VersionScheme scheme, String version) {
        try {
            scheme.check(version);
            return true;
        } catch (InvalidVersionException e) {
            return false;
        }
    }

    /// The sign of the comparison of two valid versions.
    static int sign(VersionScheme scheme, String left, String right) {
        try {
            return Integer.signum(scheme.compare(left, right));
        } catch (InvalidVersionException e) {
            throw new AssertionError(e);
        }
    }
}
