package io.plimsoll.version;

/// Runs of ASCII digits and regions of text, compared in place: nothing is parsed, so nothing
/// overflows and nothing is allocated. Regions are passed as text, start and end, because an object
/// for them would be allocated a million times a second.
final class Digits {
    private Digits() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isAlphanumeric(char c) {
        return isDigit(c) || isLetter(c);
    }

    /// White space as C's `isspace` has it in the C locale.
    static boolean isSpace(char c) {
        return c == ' ' || (c >= '\t' && c <= '\r');
    }

    /// The index after the run of digits that starts at `from`; `from` itself where there is none.
    static int end(String text, int from, int limit) {
        int i = from;
        while (i < limit && isDigit(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /// Compares two runs of digits as numbers of any length; an empty run is zero.
    static int compare(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        int i = skipZeros(left, leftStart, leftEnd);
        int j = skipZeros(right, rightStart, rightEnd);
        int byLength = Integer.compare(leftEnd - i, rightEnd - j);
        return byLength != 0 ? byLength : compareText(left, i, leftEnd, right, j, rightEnd);
    }

    /// Compares two regions character by character; a prefix comes first.
    static int compareText(
            String left, int leftStart, int leftEnd, String right, int rightStart, int rightEnd) {
        int i = leftStart;
        int j = rightStart;
        while (i < leftEnd && j < rightEnd) {
            int order = Character.compare(left.charAt(i++), right.charAt(j++));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(leftEnd - i, rightEnd - j);
    }

    static int skipZeros(String text, int from, int limit) {
        int i = from;
        while (i < limit && text.charAt(i) == '0') {
            i++;
        }
        return i;
    }

    /// The digits without leading zeros; empty for zero.
    static String strip(String digits) {
        return digits.substring(skipZeros(digits, 0, digits.length()));
    }

    /// Compares two numbers that {@link #strip} gave.
    static int compareStripped(String left, String right) {
        int byLength = Integer.compare(left.length(), right.length());
        return byLength != 0 ? byLength : left.compareTo(right);
    }
}
