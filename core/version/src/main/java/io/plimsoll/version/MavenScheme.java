package io.plimsoll.version;

import java.util.List;

/// Versions of Maven artifacts. Maven orders any text; refused are only texts that cannot name an
/// artifact: empty ones, white space, control characters and properties without a value (`${...}`).
///
/// Source: `ComparableVersion` of maven-artifact 3.9; <https://maven.apache.org/pom.html>, "Version
/// Order Specification".
final class MavenScheme implements VersionScheme {
    @Override
    public String id() {
        return "maven";
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        return compareTokens(MavenTokens.of(left), MavenTokens.of(right));
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        if (version.isEmpty()) {
            throw new InvalidVersionException(id(), version, "it is empty");
        }
        for (int i = 0; i < version.length(); i++) {
            if (version.charAt(i) <= ' ') {
                throw new InvalidVersionException(
                        id(), version, "white space or a control character at character " + i);
            }
        }
        if (version.contains("${")) {
            throw new InvalidVersionException(id(), version, "a property has no value");
        }
    }

    private static int compareTokens(List<String> left, List<String> right) {
        int common = Math.min(left.size(), right.size());
        for (int i = 0; i < common; i++) {
            int order = compareTokens(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return left.size() > common ? compareToEnd(left, common) : -compareToEnd(right, common);
    }

    /// A number is above a list, and a list above a qualifier.
    private static int compareTokens(String left, String right) {
        int leftKind = MavenTokens.kind(left);
        int rightKind = MavenTokens.kind(right);
        if (leftKind != rightKind) {
            return Integer.compare(leftKind, rightKind);
        }
        return switch (leftKind) {
            case MavenTokens.NUMBER -> Digits.compareStripped(left, right);
            case MavenTokens.QUALIFIER -> compareQualifiers(left, right);
            default -> 0;
        };
    }

    /// The sign of what one version has more than the other: the first token decides that is
    /// neither zero nor a release.
    private static int compareToEnd(List<String> tokens, int from) {
        for (String token : tokens.subList(from, tokens.size())) {
            int order =
                    switch (MavenTokens.kind(token)) {
                        case MavenTokens.NUMBER -> token.isEmpty() ? 0 : 1;
                        case MavenTokens.QUALIFIER -> compareQualifiers(token, MavenTokens.RELEASE);
                        default -> 0;
                    };
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static int compareQualifiers(String left, String right) {
        int leftRank = MavenTokens.rank(left);
        int rightRank = MavenTokens.rank(right);
        boolean unknown = leftRank == rightRank && leftRank == MavenTokens.UNKNOWN;
        return unknown ? left.compareTo(right) : Integer.compare(leftRank, rightRank);
    }
}
