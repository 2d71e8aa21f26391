package io.plimsoll.version;

/// A version in a range expression, of which the last numbers may be missing or `x`.
///
/// @param major first number, empty for any
/// @param minor second number, empty for any
/// @param patch third number, empty for any
/// @param preRelease what follows the hyphen, empty where there is none
record NpmPartial(String major, String minor, String patch, String preRelease) {
    private static final SemverGrammar GRAMMAR = new SemverGrammar("npm range", 3, 3, false);

    /// Reads a partial version.
    ///
    /// @param text the partial version alone
    /// @param range the whole expression, for the message
    /// @throws InvalidVersionException if it is none
    static NpmPartial parse(String text, String range) throws InvalidVersionException {
        String[] numbers = {"", "", ""};
        int at = NpmScheme.start(text);
        int count = 0;
        while (true) {
            int end = at;
            while (end < text.length() && isNumberCharacter(text.charAt(end))) {
                end++;
            }
            numbers[count++] = number(text.substring(at, end), text, range);
            at = end;
            if (count == numbers.length || at == text.length() || text.charAt(at) != '.') {
                break;
            }
            at++;
        }
        String preRelease = "";
        if (count == numbers.length && at < text.length() && text.charAt(at) == '-') {
            int end = GRAMMAR.checkIdentifiers(text, at + 1, true);
            preRelease = text.substring(at + 1, end);
            at = end;
        }
        if (at < text.length()) {
            throw invalid(range, "'" + text + "' is no version");
        }
        return new NpmPartial(numbers[0], numbers[1], numbers[2], preRelease);
    }

    private static boolean isNumberCharacter(char c) {
        return Digits.isDigit(c) || c == 'x' || c == 'X' || c == '*';
    }

    private static String number(String number, String text, String range)
            throws InvalidVersionException {
        if (number.equals("x") || number.equals("X") || number.equals("*")) {
            return "";
        }
        boolean digits = Digits.end(number, 0, number.length()) == number.length();
        if (number.isEmpty() || !digits || (number.length() > 1 && number.charAt(0) == '0')) {
            throw invalid(range, "'" + text + "' is no version");
        }
        return number;
    }

    static InvalidVersionException invalid(String range, String why) {
        return new InvalidVersionException(GRAMMAR.id(), range, why);
    }

    /// Whether a number stands behind an `x`, which only some operators take.
    boolean isOutOfOrder() {
        return (major.isEmpty() && !minor.isEmpty()) || (minor.isEmpty() && !patch.isEmpty());
    }

    boolean isFull() {
        return !major.isEmpty() && !minor.isEmpty() && !patch.isEmpty();
    }

    /// The lowest release, or the version itself where it is full.
    String low() {
        if (minor.isEmpty()) {
            return major + ".0.0";
        }
        if (patch.isEmpty()) {
            return major + "." + minor + ".0";
        }
        String numbers = major + "." + minor + "." + patch;
        return preRelease.isEmpty() ? numbers : numbers + "-" + preRelease;
    }

    String nextMajor() {
        return increment(major) + ".0.0";
    }

    String nextMinor() {
        return major + "." + increment(minor) + ".0";
    }

    String nextPatch() {
        return major + "." + minor + "." + increment(patch);
    }

    /// The release after all that the partial version stands for.
    String next() {
        return minor.isEmpty() ? nextMajor() : nextMinor();
    }

    private static String increment(String digits) {
        char[] number = digits.toCharArray();
        int i = number.length - 1;
        while (i >= 0 && number[i] == '9') {
            number[i--] = '0';
        }
        if (i < 0) {
            return "1" + new String(number);
        }
        number[i]++;
        return new String(number);
    }
}
