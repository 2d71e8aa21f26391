package io.plimsoll.version;

/// Versions of Debian packages: `[epoch:]upstream[-revision]`. Accepts what
/// `dpkg --compare-versions` accepts, with or without a warning.
///
/// Source: `deb-version(7)`; `lib/dpkg/version.c` and `lib/dpkg/parsehelp.c` of dpkg 1.21.
final class DebScheme implements VersionScheme {
    private static final String LARGEST_EPOCH = Integer.toString(Integer.MAX_VALUE);

    /// Ranks of {@link #rank}: letters come before all else, bytes above ASCII before punctuation.
    private static final int ABOVE_ASCII = 0x100;

    private static final int PUNCTUATION = 0x20000;

    @Override
    public String id() {
        return "deb";
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        int leftColon = left.indexOf(':');
        int rightColon = right.indexOf(':');
        int epoch =
                Digits.compare(
                        left,
                        epochStart(left),
                        Math.max(leftColon, epochStart(left)),
                        right,
                        epochStart(right),
                        Math.max(rightColon, epochStart(right)));
        if (epoch != 0) {
            return epoch;
        }
        int leftStart = leftColon < 0 ? start(left) : leftColon + 1;
        int rightStart = rightColon < 0 ? start(right) : rightColon + 1;
        int leftEnd = end(left);
        int rightEnd = end(right);
        int leftHyphen = hyphen(left, leftStart, leftEnd);
        int rightHyphen = hyphen(right, rightStart, rightEnd);
        int upstream = compareParts(left, leftStart, leftHyphen, right, rightStart, rightHyphen);
        if (upstream != 0) {
            return upstream;
        }
        return compareParts(
                left,
                Math.min(leftHyphen + 1, leftEnd),
                leftEnd,
                right,
                Math.min(rightHyphen + 1, rightEnd),
                rightEnd);
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        int start = start(version);
        int end = end(version);
        if (start == end) {
            throw invalid(version, "it is empty");
        }
        for (int i = start; i < end; i++) {
            if (Digits.isSpace(version.charAt(i))) {
                throw invalid(version, "white space at character " + i);
            }
        }
        int colon = version.indexOf(':');
        if (colon >= 0) {
            checkEpoch(version, colon);
            start = colon + 1;
            if (start == end) {
                throw invalid(version, "nothing follows the epoch");
            }
        }
        int hyphen = version.lastIndexOf('-');
        if (hyphen == start) {
            throw invalid(version, "the upstream version is empty");
        }
        if (hyphen == end - 1) {
            throw invalid(version, "the revision is empty");
        }
    }

    private void checkEpoch(String version, int colon) throws InvalidVersionException {
        int from = epochStart(version);
        if (from == colon) {
            throw invalid(version, "the epoch is empty");
        }
        if (Digits.end(version, from, colon) != colon) {
            throw invalid(version, "the epoch is not a number");
        }
        if (Digits.compare(version, from, colon, LARGEST_EPOCH, 0, LARGEST_EPOCH.length()) > 0) {
            throw invalid(version, "the epoch is above " + LARGEST_EPOCH);
        }
    }

    private InvalidVersionException invalid(String version, String why) {
        return new InvalidVersionException(id(), version, why);
    }

    /// dpkg reads epochs with `strtol`, which takes a plus sign.
    private static int epochStart(String version) {
        int start = start(version);
        return start < version.length() && version.charAt(start) == '+' ? start + 1 : start;
    }

    private static int start(String version) {
        int i = 0;
        while (i < version.length() && Digits.isSpace(version.charAt(i))) {
            i++;
        }
        return i;
    }

    private static int end(String version) {
        int i = version.length();
        int start = start(version);
        while (i > start && Digits.isSpace(version.charAt(i - 1))) {
            i--;
        }
        return i;
    }

    /// The last hyphen, or the end where there is none.
    private static int hyphen(String version, int start, int end) {
        int hyphen = version.lastIndexOf('-');
        return hyphen < start ? end : hyphen;
    }

    /// `verrevcmp` of dpkg: text and number by turns.
    private static int compareParts(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        int i = leftStart;
        int j = rightStart;
        while (i < leftEnd || j < rightEnd) {
            int leftRank = rank(left, i, leftEnd);
            int rightRank = rank(right, j, rightEnd);
            while (leftRank == rightRank && leftRank != 0) {
                leftRank = rank(left, ++i, leftEnd);
                rightRank = rank(right, ++j, rightEnd);
            }
            if (leftRank != rightRank) {
                return Integer.compare(leftRank, rightRank);
            }
            int leftRun = Digits.end(left, i, leftEnd);
            int rightRun = Digits.end(right, j, rightEnd);
            int order = Digits.compare(left, i, leftRun, right, j, rightRun);
            if (order != 0) {
                return order;
            }
            i = leftRun;
            j = rightRun;
        }
        return 0;
    }

    /// Zero for a digit and for the end, below zero for the tilde.
    private static int rank(String text, int index, int end) {
        if (index >= end) {
            return 0;
        }
        char c = text.charAt(index);
        if (Digits.isDigit(c)) {
            return 0;
        }
        if (c == '~') {
            return -1;
        }
        if (Digits.isLetter(c)) {
            return c;
        }
        return c > 0x7f ? ABOVE_ASCII + c : PUNCTUATION + c;
    }
}
