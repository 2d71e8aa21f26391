package io.plimsoll.version;

/// Versions of npm packages, read as tolerantly as npm reads them: white space around, any of `v`,
/// `=` and white space before, needless zeros, and a pre-release without its hyphen (`1.2.3beta`).
///
/// Source: node-semver 7, `internal/re.js` (`LOOSE`) and `classes/semver.js`.
final class NpmScheme implements VersionScheme {
    private static final SemverGrammar GRAMMAR = new SemverGrammar("npm", 3, 3, true);

    @Override
    public String id() {
        return GRAMMAR.id();
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        String l = trim(left);
        String r = trim(right);
        checkTrimmed(l);
        checkTrimmed(r);
        return compareTrimmed(l, r);
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        checkTrimmed(trim(version));
    }

    private static void checkTrimmed(String version) throws InvalidVersionException {
        int core = GRAMMAR.checkCore(version, start(version));
        int at = preReleaseStart(version, core);
        if (at < version.length() && version.charAt(at) != '+') {
            at = GRAMMAR.checkIdentifiers(version, at, false);
        }
        GRAMMAR.checkMetadata(version, at);
    }

    private static int compareTrimmed(String left, String right) {
        int leftStart = start(left);
        int rightStart = start(right);
        int leftCore = SemverText.coreEnd(left, leftStart);
        int rightCore = SemverText.coreEnd(right, rightStart);
        int order =
                SemverText.compareCores(left, leftStart, leftCore, right, rightStart, rightCore);
        if (order != 0) {
            return order;
        }
        return SemverText.comparePreReleases(
                left,
                preReleaseStart(left, leftCore),
                SemverText.preReleaseEnd(left, leftCore),
                right,
                preReleaseStart(right, rightCore),
                SemverText.preReleaseEnd(right, rightCore));
    }

    /// The text without white space around: the same object where there is none.
    static String trim(String version) {
        return version.strip();
    }

    /// The index of the first number.
    static int start(String version) {
        int i = 0;
        while (i < version.length() && isPrefix(version.charAt(i))) {
            i++;
        }
        return i;
    }

    static boolean isPrefix(char c) {
        return c == 'v' || c == '=' || Digits.isSpace(c);
    }

    /// The index after the hyphen, where something follows it; a hyphen alone is itself a
    /// pre-release.
    private static int preReleaseStart(String version, int core) {
        boolean hyphen = core < version.length() && version.charAt(core) == '-';
        boolean more = SemverGrammar.identifierEnd(version, core) > core + 1;
        return hyphen && more ? core + 1 : core;
    }

    /// Whether a valid version is a pre-release.
    static boolean isPreRelease(String version) {
        String text = trim(version);
        int core = SemverText.coreEnd(text, start(text));
        return preReleaseStart(text, core) < SemverText.preReleaseEnd(text, core);
    }

    /// Whether two valid versions have the same three numbers.
    static boolean isSameRelease(String left, String right) {
        String l = trim(left);
        String r = trim(right);
        int leftStart = start(l);
        int rightStart = start(r);
        int leftCore = SemverText.coreEnd(l, leftStart);
        int rightCore = SemverText.coreEnd(r, rightStart);
        return SemverText.compareCores(l, leftStart, leftCore, r, rightStart, rightCore) == 0;
    }
}
