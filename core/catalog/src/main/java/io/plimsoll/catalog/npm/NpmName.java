package io.plimsoll.catalog.npm;

/// Names of npm packages: `name` or `@scope/name`.
///
/// Source: the rules for old packages of <https://github.com/npm/validate-npm-package-name>, which
/// allow capitals and any length.
final class NpmName {
    /// What `encodeURIComponent` of ECMAScript leaves as it is, besides letters and digits.
    private static final String MARKS = "-_.!~*'()";

    private NpmName() {}

    static boolean isValid(String name) {
        String scope = scope(name);
        return isPart(bare(name)) && (scope.isEmpty() || isPart(scope.substring(1)));
    }

    /// The scope with its `@`; empty where there is none.
    static String scope(String name) {
        return name.startsWith("@") ? name.substring(0, Math.max(name.indexOf('/'), 0)) : "";
    }

    /// The name without its scope.
    static String bare(String name) {
        return name.startsWith("@") ? name.substring(name.indexOf('/') + 1) : name;
    }

    private static boolean isPart(String part) {
        if (part.isEmpty() || part.charAt(0) == '.' || part.charAt(0) == '_') {
            return false;
        }
        return part.chars().allMatch(c -> isLetterOrDigit(c) || MARKS.indexOf(c) >= 0);
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
