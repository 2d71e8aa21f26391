package io.plimsoll.version;

import java.util.List;

/// Versions of PHP packages as Composer orders them: brought to four numbers, then compared as PHP's
/// `version_compare` does it. Branches (`dev-main`) have no order and are refused.
///
/// Source: `Composer\Semver\VersionParser::normalize` of composer/semver 3;
/// `ext/standard/versioning.c` of PHP 8.
final class ComposerScheme implements VersionScheme {
    static final String ID = "composer";

    /// Where a number, and the end, stand among the words.
    private static final int NUMBER_RANK = 4;

    @Override
    public String id() {
        return ID;
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        List<String> l = ComposerParts.of(left);
        List<String> r = ComposerParts.of(right);
        int common = Math.min(l.size(), r.size());
        for (int i = 0; i < common; i++) {
            int order = compareParts(l.get(i), r.get(i));
            if (order != 0) {
                return order;
            }
        }
        if (l.size() == r.size()) {
            return 0;
        }
        return l.size() > common ? compareToEnd(l.get(common)) : -compareToEnd(r.get(common));
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        ComposerParts.of(version);
    }

    private static int compareParts(String left, String right) {
        if (isNumber(left) && isNumber(right)) {
            return Digits.compare(left, 0, left.length(), right, 0, right.length());
        }
        return Integer.compare(rank(left), rank(right));
    }

    private static int compareToEnd(String part) {
        return isNumber(part) ? 1 : Integer.compare(rank(part), NUMBER_RANK);
    }

    private static boolean isNumber(String part) {
        return Digits.isDigit(part.charAt(0));
    }

    /// PHP looks at the start of a word only: `post` counts as `p`, `bar` as `b`.
    private static int rank(String part) {
        if (isNumber(part)) {
            return NUMBER_RANK;
        }
        if (part.startsWith("dev")) {
            return 0;
        }
        if (part.startsWith("rc")) {
            return 3;
        }
        return switch (part.charAt(0)) {
            case 'a' -> 1;
            case 'b' -> 2;
            case 'p' -> 5;
            default -> -1;
        };
    }
}
