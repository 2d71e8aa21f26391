package io.plimsoll.version;

import java.util.List;

/// A range expression of npm, such as `^1.2 || >=2 <3.0.0-0`.
///
/// A pre-release is held only where a bound of the same part of the expression is a pre-release of
/// the same three numbers, as npm decides it without `includePrerelease`.
///
/// Source: node-semver 7, `README.md` "Ranges" and `classes/range.js`.
public final class NpmRange {
    private final List<List<Bound>> alternatives;

    private NpmRange(List<List<Bound>> alternatives) {
        this.alternatives = alternatives;
    }

    /// Reads an expression; the empty one holds every release.
    ///
    /// @throws InvalidVersionException if it is no range
    public static NpmRange parse(String text) throws InvalidVersionException {
        return new NpmRange(NpmRangeParser.parse(text));
    }

    /// Whether a version lies in the range.
    ///
    /// @throws InvalidVersionException if the version is none of npm
    public boolean contains(String version) throws InvalidVersionException {
        VersionSchemes.NPM.check(version);
        for (List<Bound> bounds : alternatives) {
            if (holds(bounds, version)) {
                return true;
            }
        }
        return false;
    }

    private static boolean holds(List<Bound> bounds, String version)
            throws InvalidVersionException {
        for (Bound bound : bounds) {
            if (!bound.holds(version)) {
                return false;
            }
        }
        if (!NpmScheme.isPreRelease(version)) {
            return true;
        }
        for (Bound bound : bounds) {
            if (bound.operator() != Operator.ANY
                    && NpmScheme.isPreRelease(bound.version())
                    && NpmScheme.isSameRelease(bound.version(), version)) {
                return true;
            }
        }
        return false;
    }

    enum Operator {
        ANY,
        LESS,
        LESS_OR_EQUAL,
        EQUAL,
        GREATER_OR_EQUAL,
        GREATER
    }

    /// One comparison.
    ///
    /// @param version a full version; empty for {@link Operator#ANY}
    record Bound(Operator operator, String version) {
        static final Bound ANY = new Bound(Operator.ANY, "");

        boolean holds(String other) throws InvalidVersionException {
            if (operator == Operator.ANY) {
                return true;
            }
            int order = VersionSchemes.NPM.compare(other, version);
            return switch (operator) {
                case ANY -> true;
                case LESS -> order < 0;
                case LESS_OR_EQUAL -> order <= 0;
                case EQUAL -> order == 0;
                case GREATER_OR_EQUAL -> order >= 0;
                case GREATER -> order > 0;
            };
        }
    }
}
