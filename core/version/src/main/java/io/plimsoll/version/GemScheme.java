package io.plimsoll.version;

import java.util.ArrayList;
import java.util.List;

/// Versions of RubyGems: numbers and words, each zero at an end dropped, words before numbers. A
/// hyphen means `.pre.`.
///
/// Source: `Gem::Version` of RubyGems 3.3 (`VERSION_PATTERN`, `canonical_segments`, `<=>`).
final class GemScheme implements VersionScheme {
    @Override
    public String id() {
        return "gem";
    }

    @Override
    public int compare(String left, String right) throws InvalidVersionException {
        check(left);
        check(right);
        List<String> l = segments(left);
        List<String> r = segments(right);
        for (int i = 0; i < Math.max(l.size(), r.size()); i++) {
            int order = compareSegments(segment(l, i), segment(r, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    @Override
    public void check(String version) throws InvalidVersionException {
        String text = version.strip();
        int at = Digits.end(text, 0, text.length());
        if (at == 0) {
            throw new InvalidVersionException(id(), version, "it does not start with a digit");
        }
        boolean hyphen = false;
        while (at < text.length()) {
            char separator = text.charAt(at);
            if (separator == '-') {
                hyphen = true;
            } else if (separator != '.') {
                throw new InvalidVersionException(
                        id(), version, "unexpected '" + separator + "' at character " + at);
            }
            int start = at + 1;
            at = start;
            while (at < text.length() && isPart(text.charAt(at), hyphen)) {
                at++;
            }
            if (at == start) {
                throw new InvalidVersionException(
                        id(), version, "nothing follows the separator at character " + (start - 1));
            }
        }
    }

    /// Hyphens are part of what follows the first one.
    private static boolean isPart(char c, boolean afterHyphen) {
        return Digits.isAlphanumeric(c) || (afterHyphen && c == '-');
    }

    /// Numbers without leading zeros and words, without the zeros that end the numbers before the
    /// first word and those that end the whole. Zero is the empty text.
    private static List<String> segments(String version) {
        List<String> segments = new ArrayList<>();
        boolean wordSeen = false;
        int i = 0;
        while (i < version.length()) {
            char c = version.charAt(i);
            boolean hyphen = c == '-';
            if (!hyphen && !Digits.isAlphanumeric(c)) {
                i++;
                continue;
            }
            boolean number = Digits.isDigit(c);
            int end = hyphen ? i + 1 : RpmScheme.runEnd(version, i, version.length(), number);
            if (!number && !wordSeen) {
                dropZeros(segments);
                wordSeen = true;
            }
            String text = version.substring(i, end);
            segments.add(hyphen ? "pre" : number ? Digits.strip(text) : text);
            i = end;
        }
        dropZeros(segments);
        return segments;
    }

    private static void dropZeros(List<String> segments) {
        while (!segments.isEmpty() && segments.getLast().isEmpty()) {
            segments.removeLast();
        }
    }

    private static String segment(List<String> segments, int index) {
        return index < segments.size() ? segments.get(index) : "";
    }

    private static int compareSegments(String left, String right) {
        boolean leftNumber = left.isEmpty() || Digits.isDigit(left.charAt(0));
        boolean rightNumber = right.isEmpty() || Digits.isDigit(right.charAt(0));
        if (leftNumber != rightNumber) {
            return leftNumber ? 1 : -1;
        }
        return leftNumber ? Digits.compareStripped(left, right) : left.compareTo(right);
    }
}
