package io.plimsoll.version;

/// Versions of Bitnami packages: Semantic Versioning, except that a number alone after the hyphen is
/// the packager's revision and newer than none (`1.2.3` < `1.2.3-1`). Needless zeros are accepted,
/// because Bitnami's advisories have dates (`2022.07.24`).
///
/// Source: <https://github.com/bitnami/go-version>; the bounds of the OSV ecosystem `Bitnami`.
final class BitnamiScheme implements VersionScheme {
    private static final SemverGrammar GRAMMAR = new SemverGrammar("bitnami", 3, 3, true);

    @Override
    public String id() {
        return GRAMMAR.id();
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        int leftCore = SemverText.coreEnd(left, 0);
        int rightCore = SemverText.coreEnd(right, 0);
        int order = SemverText.compareCores(left, 0, leftCore, right, 0, rightCore);
        if (order != 0) {
            return order;
        }
        int leftStart = Math.min(leftCore + 1, left.length());
        int rightStart = Math.min(rightCore + 1, right.length());
        int leftEnd = SemverText.preReleaseEnd(left, leftCore);
        int rightEnd = SemverText.preReleaseEnd(right, rightCore);
        int leftRevision = Math.min(Digits.end(left, leftStart, leftEnd), leftEnd);
        int rightRevision = Math.min(Digits.end(right, rightStart, rightEnd), rightEnd);
        boolean leftIsRevision = leftRevision == leftEnd;
        boolean rightIsRevision = rightRevision == rightEnd;
        if (leftIsRevision && rightIsRevision) {
            return Digits.compare(
                    left,
                    Math.min(leftStart, leftEnd),
                    leftEnd,
                    right,
                    Math.min(rightStart, rightEnd),
                    rightEnd);
        }
        if (leftIsRevision || rightIsRevision) {
            return leftIsRevision ? 1 : -1;
        }
        return SemverText.comparePreReleases(left, leftStart, leftEnd, right, rightStart, rightEnd);
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        GRAMMAR.check(version, 0);
    }
}
