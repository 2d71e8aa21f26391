package io.plimsoll.version;

/// Versions of Arch Linux packages: `[epoch:]version[-release]`.
///
/// A version without a release equals the same version with any release, as `vercmp(8)` says. That
/// is the one place where the order is not transitive, and the package manager's own choice.
///
/// Source: `vercmp(8)`; `lib/libalpm/version.c` of pacman 6.0 (`alpm_pkg_vercmp`).
final class AlpmScheme implements VersionScheme {
    @Override
    public String id() {
        return "alpm";
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        int leftColon = RpmScheme.epochEnd(left);
        int rightColon = RpmScheme.epochEnd(right);
        int epoch =
                Digits.compare(left, 0, Math.max(leftColon, 0), right, 0, Math.max(rightColon, 0));
        if (epoch != 0) {
            return epoch;
        }
        int leftHyphen = RpmScheme.releaseHyphen(left, leftColon + 1);
        int rightHyphen = RpmScheme.releaseHyphen(right, rightColon + 1);
        int version =
                compareParts(left, leftColon + 1, leftHyphen, right, rightColon + 1, rightHyphen);
        if (version != 0 || leftHyphen == left.length() || rightHyphen == right.length()) {
            return version;
        }
        return compareParts(
                left, leftHyphen + 1, left.length(), right, rightHyphen + 1, right.length());
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        for (int i = 0; i < version.length(); i++) {
            char c = version.charAt(i);
            if (c <= ' ') {
                throw new InvalidVersionException(
                        id(), version, "white space or a control character at character " + i);
            }
        }
        int start = RpmScheme.epochEnd(version) + 1;
        if (RpmScheme.releaseHyphen(version, start) == start) {
            throw new InvalidVersionException(id(), version, "the version is empty");
        }
    }

    /// libalpm's `rpmvercmp`: more separators at one place are newer, letters left over are older,
    /// anything else left over is newer.
    private static int compareParts(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        int i = leftStart;
        int j = rightStart;
        while (i < leftEnd && j < rightEnd) {
            int leftRun = skipSeparators(left, i, leftEnd);
            int rightRun = skipSeparators(right, j, rightEnd);
            int separators = Integer.compare(leftRun - i, rightRun - j);
            i = leftRun;
            j = rightRun;
            if (i == leftEnd || j == rightEnd) {
                break;
            }
            if (separators != 0) {
                return separators;
            }
            boolean number = Digits.isDigit(left.charAt(i));
            if (number != Digits.isDigit(right.charAt(j))) {
                return number ? 1 : -1;
            }
            leftRun = RpmScheme.runEnd(left, i, leftEnd, number);
            rightRun = RpmScheme.runEnd(right, j, rightEnd, number);
            int order =
                    number
                            ? Digits.compare(left, i, leftRun, right, j, rightRun)
                            : Digits.compareText(left, i, leftRun, right, j, rightRun);
            if (order != 0) {
                return order;
            }
            i = leftRun;
            j = rightRun;
        }
        if (i == leftEnd && j == rightEnd) {
            return 0;
        }
        return i < leftEnd ? leftOver(left.charAt(i)) : -leftOver(right.charAt(j));
    }

    private static int leftOver(char c) {
        return Digits.isLetter(c) ? -1 : 1;
    }

    private static int skipSeparators(String text, int from, int limit) {
        int i = from;
        while (i < limit && !Digits.isAlphanumeric(text.charAt(i))) {
            i++;
        }
        return i;
    }
}
