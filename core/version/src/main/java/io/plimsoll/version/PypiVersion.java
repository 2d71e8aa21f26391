package io.plimsoll.version;

import java.util.List;

/// A version of PEP 440 in its normal form. Numbers are digits without leading zeros, zero is empty.
///
/// @param epoch the number before the `!`
/// @param release the numbers of the release, without the zeros at the end
/// @param preLabel `a`, `b` or `rc`; empty where there is none
/// @param preNumber the number after it
/// @param post number of the post-release, or {@link #NONE}
/// @param dev number of the development release, or {@link #NONE}
/// @param local the parts of the local version in lower case, leading zeros kept
record PypiVersion(
        String epoch,
        List<String> release,
        String preLabel,
        String preNumber,
        String post,
        String dev,
        List<String> local) {
    /// Stands for a post-release or development release that is not there.
    static final String NONE = "none";

    PypiVersion {
        release = List.copyOf(release);
        local = List.copyOf(local);
    }

    /// The order of PEP 440, "Summary of permitted suffixes and relative ordering".
    int compareTo(PypiVersion other) {
        int order = Digits.compareStripped(epoch, other.epoch);
        if (order == 0) {
            order = compareReleases(release, other.release);
        }
        if (order == 0) {
            order = Integer.compare(phase(), other.phase());
        }
        if (order == 0) {
            order = Digits.compareStripped(preNumber, other.preNumber);
        }
        if (order == 0) {
            order = compareOptional(post, other.post, -1);
        }
        if (order == 0) {
            order = compareOptional(dev, other.dev, 1);
        }
        return order != 0 ? order : compareLocals(local, other.local);
    }

    /// A development release of a release that has neither pre- nor post-release comes before the
    /// pre-releases.
    private int phase() {
        return switch (preLabel) {
            case "a" -> 1;
            case "b" -> 2;
            case "rc" -> 3;
            default -> post.equals(NONE) && !dev.equals(NONE) ? 0 : 4;
        };
    }

    private static int compareReleases(List<String> left, List<String> right) {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            int order = Digits.compareStripped(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    /// @param none where {@link #NONE} stands against a number: -1 before it, 1 after it
    private static int compareOptional(String left, String right, int none) {
        boolean leftNone = left.equals(NONE);
        boolean rightNone = right.equals(NONE);
        if (leftNone || rightNone) {
            return none * Boolean.compare(leftNone, rightNone);
        }
        return Digits.compareStripped(left, right);
    }

    /// Numbers after words, a prefix first.
    private static int compareLocals(List<String> left, List<String> right) {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            int order = compareLocalParts(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }

    private static int compareLocalParts(String left, String right) {
        boolean leftNumber = Digits.end(left, 0, left.length()) == left.length();
        boolean rightNumber = Digits.end(right, 0, right.length()) == right.length();
        if (leftNumber != rightNumber) {
            return leftNumber ? 1 : -1;
        }
        return leftNumber
                ? Digits.compare(left, 0, left.length(), right, 0, right.length())
                : left.compareTo(right);
    }
}
