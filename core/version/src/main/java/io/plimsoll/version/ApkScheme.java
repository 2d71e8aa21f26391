package io.plimsoll.version;

/// Versions of Alpine and Wolfi packages: `1.2.3a_rc1_p2~0abc-r4`.
///
/// The order is that of apk-tools 3. The grammar also takes what only apk-tools 2 takes: digits
/// after the letter (`5.7.1p1`) and empty numbers (`0..1`, `b`).
///
/// Source: `apk-package(5)`; `src/version.c` of apk-tools 3.0 (`token_next`, `token_cmp`) and of
/// apk-tools 2.14 (`get_token`).
final class ApkScheme implements VersionScheme {
    /// Kinds of token. Where two versions differ in kind at one place, the one with the smaller kind
    /// is newer.
    private static final int FIRST_NUMBER = 0;

    private static final int NUMBER = 1;
    private static final int LETTER = 2;
    private static final int LETTER_NUMBER = 3;
    private static final int SUFFIX = 4;
    private static final int SUFFIX_NUMBER = 5;
    private static final int COMMIT = 6;
    private static final int REVISION = 7;
    private static final int END = 8;
    private static final int INVALID = 9;

    /// Oldest first; the first four come before the release, the others after it.
    private static final String[] SUFFIXES = {
        "alpha", "beta", "pre", "rc", "cvs", "svn", "git", "hg", "p"
    };

    private static final int PRE_RELEASE_SUFFIXES = 4;

    @Override
    public String id() {
        return "apk";
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        long l = first(left);
        long r = first(right);
        while (kind(l) == kind(r) && kind(l) != END) {
            int order = compareTokens(left, l, right, r);
            if (order != 0) {
                return order;
            }
            l = next(left, l);
            r = next(right, r);
        }
        if (isPreRelease(left, l) != isPreRelease(right, r)) {
            return isPreRelease(left, l) ? -1 : 1;
        }
        return Integer.compare(kind(r), kind(l));
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        if (version.isEmpty()) {
            throw new InvalidVersionException(id(), version, "it is empty");
        }
        long token = first(version);
        while (kind(token) < END) {
            int end = end(token);
            token = next(version, token);
            if (kind(token) == INVALID) {
                throw new InvalidVersionException(
                        id(),
                        version,
                        "unexpected '" + version.charAt(end) + "' at character " + end);
            }
        }
    }

    private static int compareTokens(String left, long l, String right, long r) {
        return switch (kind(l)) {
            case NUMBER -> compareNumbers(left, l, right, r);
            case LETTER, COMMIT ->
                    Digits.compareText(left, start(l), end(l), right, start(r), end(r));
            case SUFFIX ->
                    Integer.compare(
                            suffix(left, start(l), end(l)), suffix(right, start(r), end(r)));
            default -> Digits.compare(left, start(l), end(l), right, start(r), end(r));
        };
    }

    /// Numbers after the first one: those with a leading zero are fractions and come first.
    private static int compareNumbers(String left, long l, String right, long r) {
        boolean leftFraction = isFraction(left, l);
        boolean rightFraction = isFraction(right, r);
        if (leftFraction != rightFraction) {
            return leftFraction ? -1 : 1;
        }
        if (leftFraction) {
            return Digits.compareText(left, start(l), end(l), right, start(r), end(r));
        }
        return Digits.compare(left, start(l), end(l), right, start(r), end(r));
    }

    private static boolean isFraction(String version, long token) {
        return start(token) < end(token) && version.charAt(start(token)) == '0';
    }

    private static boolean isPreRelease(String version, long token) {
        return kind(token) == SUFFIX
                && suffix(version, start(token), end(token)) < PRE_RELEASE_SUFFIXES;
    }

    private static long first(String version) {
        return token(FIRST_NUMBER, 0, Digits.end(version, 0, version.length()));
    }

    private static long next(String version, long token) {
        int at = end(token);
        int length = version.length();
        if (at == length) {
            return token(END, at, at);
        }
        int kind = kind(token);
        boolean afterNumber = kind == FIRST_NUMBER || kind == NUMBER || kind == LETTER_NUMBER;
        char c = version.charAt(at);
        if (c == '.' && afterNumber) {
            return token(NUMBER, at + 1, Digits.end(version, at + 1, length));
        }
        if (c >= 'a' && c <= 'z' && afterNumber) {
            return token(LETTER, at, at + 1);
        }
        if (Digits.isDigit(c) && (kind == LETTER || kind == SUFFIX)) {
            int number = kind == LETTER ? LETTER_NUMBER : SUFFIX_NUMBER;
            return token(number, at, Digits.end(version, at, length));
        }
        return switch (c) {
            case '_' -> kind < COMMIT ? suffixToken(version, at) : token(INVALID, at, at);
            case '~' -> kind < COMMIT ? commitToken(version, at) : token(INVALID, at, at);
            case '-' -> kind < REVISION ? revisionToken(version, at) : token(INVALID, at, at);
            default -> token(INVALID, at, at);
        };
    }

    private static long suffixToken(String version, int underscore) {
        int start = underscore + 1;
        int end = start;
        while (end < version.length() && version.charAt(end) >= 'a' && version.charAt(end) <= 'z') {
            end++;
        }
        return token(suffix(version, start, end) < 0 ? INVALID : SUFFIX, start, end);
    }

    private static long commitToken(String version, int tilde) {
        int end = tilde + 1;
        while (end < version.length() && isHex(version.charAt(end))) {
            end++;
        }
        return token(end == tilde + 1 ? INVALID : COMMIT, tilde + 1, end);
    }

    private static long revisionToken(String version, int hyphen) {
        int start = hyphen + 2;
        if (start >= version.length() || version.charAt(hyphen + 1) != 'r') {
            return token(INVALID, hyphen, hyphen);
        }
        int end = Digits.end(version, start, version.length());
        return token(end == start ? INVALID : REVISION, start, end);
    }

    private static boolean isHex(char c) {
        return Digits.isDigit(c) || (c >= 'a' && c <= 'f');
    }

    /// The place in {@link #SUFFIXES}, -1 where it is none of them.
    private static int suffix(String version, int start, int end) {
        for (int i = 0; i < SUFFIXES.length; i++) {
            if (SUFFIXES[i].length() == end - start && version.startsWith(SUFFIXES[i], start)) {
                return i;
            }
        }
        return -1;
    }

    /// A token in one number, so that none is allocated: kind in the lowest four bits, then thirty
    /// bits each for the end and the start.
    private static long token(int kind, int start, int end) {
        return ((long) start << 34) | ((long) end << 4) | kind;
    }

    private static int kind(long token) {
        return (int) (token & 0xf);
    }

    private static int start(long token) {
        return (int) (token >>> 34);
    }

    private static int end(long token) {
        return (int) (token >>> 4) & 0x3fffffff;
    }
}
