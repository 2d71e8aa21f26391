package io.plimsoll.version;

/// The order of Semantic Versioning over texts that are known to be well formed: numbers, then the
/// pre-release. Build metadata does not count. Nothing is allocated.
///
/// Source: Semantic Versioning 2.0.0, section 11.
final class SemverText {
    private SemverText() {}

    /// Compares two versions from the given indexes on, where the first number starts. Numbers that
    /// one of them lacks are zero.
    static int compare(String left, int leftStart, String right, int rightStart) {
        int leftCore = coreEnd(left, leftStart);
        int rightCore = coreEnd(right, rightStart);
        int order = compareCores(left, leftStart, leftCore, right, rightStart, rightCore);
        if (order != 0) {
            return order;
        }
        int leftEnd = preReleaseEnd(left, leftCore);
        int rightEnd = preReleaseEnd(right, rightCore);
        return comparePreReleases(
                left,
                preReleaseStart(left, leftCore),
                leftEnd,
                right,
                preReleaseStart(right, rightCore),
                rightEnd);
    }

    /// Compares numbers between dots.
    static int compareCores(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        int i = leftStart;
        int j = rightStart;
        while (i < leftEnd || j < rightEnd) {
            int leftRun = Digits.end(left, i, leftEnd);
            int rightRun = Digits.end(right, j, rightEnd);
            int order = Digits.compare(left, i, leftRun, right, j, rightRun);
            if (order != 0) {
                return order;
            }
            i = Math.min(leftRun + 1, leftEnd);
            j = Math.min(rightRun + 1, rightEnd);
        }
        return 0;
    }

    /// The index after the last number.
    static int coreEnd(String version, int start) {
        int i = start;
        while (i < version.length()
                && (version.charAt(i) == '.' || Digits.isDigit(version.charAt(i)))) {
            i++;
        }
        return i;
    }

    /// The index after the pre-release, which is where the build metadata starts.
    static int preReleaseEnd(String version, int coreEnd) {
        int plus = version.indexOf('+', coreEnd);
        return plus < 0 ? version.length() : plus;
    }

    private static int preReleaseStart(String version, int coreEnd) {
        boolean hyphen = coreEnd < version.length() && version.charAt(coreEnd) == '-';
        return hyphen ? coreEnd + 1 : coreEnd;
    }

    /// Compares pre-releases; none at all is the newest.
    static int comparePreReleases(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        if (leftStart >= leftEnd || rightStart >= rightEnd) {
            return Boolean.compare(leftStart >= leftEnd, rightStart >= rightEnd);
        }
        int i = leftStart;
        int j = rightStart;
        while (i < leftEnd && j < rightEnd) {
            int leftDot = identifierEnd(left, i, leftEnd);
            int rightDot = identifierEnd(right, j, rightEnd);
            int order = compareIdentifiers(left, i, leftDot, right, j, rightDot);
            if (order != 0) {
                return order;
            }
            i = leftDot + 1;
            j = rightDot + 1;
        }
        return Boolean.compare(i < leftEnd, j < rightEnd);
    }

    private static int compareIdentifiers(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        boolean leftNumber = Digits.end(left, leftStart, leftEnd) == leftEnd;
        boolean rightNumber = Digits.end(right, rightStart, rightEnd) == rightEnd;
        if (leftNumber != rightNumber) {
            return leftNumber ? -1 : 1;
        }
        return leftNumber
                ? Digits.compare(left, leftStart, leftEnd, right, rightStart, rightEnd)
                : Digits.compareText(left, leftStart, leftEnd, right, rightStart, rightEnd);
    }

    private static int identifierEnd(String text, int from, int limit) {
        int dot = text.indexOf('.', from);
        return dot < 0 || dot > limit ? limit : dot;
    }
}
