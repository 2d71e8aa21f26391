package io.plimsoll.version;

/// What a scheme of the Semantic Versioning family accepts.
///
/// Source: Semantic Versioning 2.0.0, sections 2, 9 and 10, and the deviations of each ecosystem.
///
/// @param id the scheme's name
/// @param fewest the least count of numbers
/// @param most the greatest count of numbers
/// @param leadingZeros whether numbers may start with a needless zero
record SemverGrammar(String id, int fewest, int most, boolean leadingZeros) {
    /// Checks a version from an index on, where its first number has to start.
    ///
    /// @throws InvalidVersionException if it does not follow this grammar
    void check(String version, int start) throws InvalidVersionException {
        int at = checkCore(version, start);
        if (at < version.length() && version.charAt(at) == '-') {
            at = checkIdentifiers(version, at + 1, !leadingZeros);
        }
        checkMetadata(version, at);
    }

    /// Checks the numbers and returns the index after the last one.
    int checkCore(String version, int start) throws InvalidVersionException {
        int at = start;
        for (int count = 1; ; count++) {
            int end = Digits.end(version, at, version.length());
            if (end == at) {
                throw expected("number", version, at);
            }
            checkZero(version, at, end);
            at = end;
            boolean dot = at < version.length() && version.charAt(at) == '.';
            if (count == most || !dot) {
                if (count < fewest) {
                    throw expected("further number", version, at);
                }
                return at;
            }
            at++;
        }
    }

    /// Checks that nothing but build metadata follows.
    void checkMetadata(String version, int start) throws InvalidVersionException {
        int at = start;
        if (at < version.length() && version.charAt(at) == '+') {
            at = checkIdentifiers(version, at + 1, false);
        }
        if (at < version.length()) {
            throw new InvalidVersionException(
                    id, version, "unexpected '" + version.charAt(at) + "' at character " + at);
        }
    }

    /// Checks identifiers between dots and returns the index after the last one.
    int checkIdentifiers(String version, int start, boolean strictNumbers)
            throws InvalidVersionException {
        int at = start;
        while (true) {
            int end = identifierEnd(version, at);
            if (end == at) {
                throw expected("letter, digit or hyphen", version, at);
            }
            if (strictNumbers && Digits.end(version, at, end) == end) {
                checkZero(version, at, end);
            }
            at = end;
            if (at == version.length() || version.charAt(at) != '.') {
                return at;
            }
            at++;
        }
    }

    private void checkZero(String version, int start, int end) throws InvalidVersionException {
        if (!leadingZeros && end - start > 1 && version.charAt(start) == '0') {
            throw new InvalidVersionException(
                    id, version, "a number starts with a needless zero at character " + start);
        }
    }

    private InvalidVersionException expected(String what, String version, int at) {
        return new InvalidVersionException(id, version, "no " + what + " at character " + at);
    }

    static int identifierEnd(String version, int start) {
        int i = start;
        while (i < version.length()
                && (Digits.isAlphanumeric(version.charAt(i)) || version.charAt(i) == '-')) {
            i++;
        }
        return i;
    }
}
