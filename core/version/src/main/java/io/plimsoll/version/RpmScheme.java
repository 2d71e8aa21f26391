package io.plimsoll.version;

/// Versions of rpm packages: `[epoch:]version[-release]`. A version without a release is older than
/// the same version with one.
///
/// Source: `rpm-version(7)`; `rpmio/rpmvercmp.c` and `lib/rpmver.c` of rpm 4.18 (`rpmverParse`,
/// `rpmverCmp`).
final class RpmScheme implements VersionScheme {
    @Override
    public String id() {
        return "rpm";
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        int leftColon = epochEnd(left);
        int rightColon = epochEnd(right);
        int epoch =
                Digits.compare(left, 0, Math.max(leftColon, 0), right, 0, Math.max(rightColon, 0));
        if (epoch != 0) {
            return epoch;
        }
        int leftHyphen = releaseHyphen(left, leftColon + 1);
        int rightHyphen = releaseHyphen(right, rightColon + 1);
        int version =
                compareParts(left, leftColon + 1, leftHyphen, right, rightColon + 1, rightHyphen);
        if (version != 0) {
            return version;
        }
        boolean leftHasRelease = leftHyphen < left.length();
        boolean rightHasRelease = rightHyphen < right.length();
        if (!leftHasRelease || !rightHasRelease) {
            return Boolean.compare(leftHasRelease, rightHasRelease);
        }
        return compareParts(
                left, leftHyphen + 1, left.length(), right, rightHyphen + 1, right.length());
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        for (int i = 0; i < version.length(); i++) {
            if (version.charAt(i) <= ' ') {
                throw new InvalidVersionException(
                        id(), version, "white space or a control character at character " + i);
            }
        }
        int start = epochEnd(version) + 1;
        if (releaseHyphen(version, start) == start) {
            throw new InvalidVersionException(id(), version, "the version is empty");
        }
    }

    /// The colon after the epoch, -1 where there is none: only digits can stand before it.
    static int epochEnd(String version) {
        int end = Digits.end(version, 0, version.length());
        return end < version.length() && version.charAt(end) == ':' ? end : -1;
    }

    /// The hyphen before the release, or the end where there is none.
    static int releaseHyphen(String version, int start) {
        int hyphen = version.lastIndexOf('-');
        return hyphen < start ? version.length() : hyphen;
    }

    /// `rpmvercmp`: a tilde sorts before the end, a caret right after it, a number after letters;
    /// all else only separates.
    private static int compareParts(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        int i = skipSeparators(left, leftStart, leftEnd);
        int j = skipSeparators(right, rightStart, rightEnd);
        while (i < leftEnd || j < rightEnd) {
            char l = i < leftEnd ? left.charAt(i) : 0;
            char r = j < rightEnd ? right.charAt(j) : 0;
            if (isMark(l) || isMark(r)) {
                if (l != r) {
                    return Integer.compare(markRank(l), markRank(r));
                }
                i = skipSeparators(left, i + 1, leftEnd);
                j = skipSeparators(right, j + 1, rightEnd);
                continue;
            }
            if (l == 0 || r == 0) {
                return l == 0 ? -1 : 1;
            }
            boolean number = Digits.isDigit(l);
            if (number != Digits.isDigit(r)) {
                return number ? 1 : -1;
            }
            int leftRun = runEnd(left, i, leftEnd, number);
            int rightRun = runEnd(right, j, rightEnd, number);
            int order =
                    number
                            ? Digits.compare(left, i, leftRun, right, j, rightRun)
                            : Digits.compareText(left, i, leftRun, right, j, rightRun);
            if (order != 0) {
                return order;
            }
            i = skipSeparators(left, leftRun, leftEnd);
            j = skipSeparators(right, rightRun, rightEnd);
        }
        return 0;
    }

    private static boolean isMark(char c) {
        return c == '~' || c == '^';
    }

    /// The order at a place where either side has a tilde or a caret; 0 is the end.
    private static int markRank(char c) {
        return switch (c) {
            case '~' -> 0;
            case 0 -> 1;
            case '^' -> 2;
            default -> 3;
        };
    }

    private static int skipSeparators(String text, int from, int limit) {
        int i = from;
        while (i < limit && !Digits.isAlphanumeric(text.charAt(i)) && !isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    static int runEnd(String text, int from, int limit, boolean number) {
        int i = from;
        while (i < limit
                && (number ? Digits.isDigit(text.charAt(i)) : Digits.isLetter(text.charAt(i)))) {
            i++;
        }
        return i;
    }
}
