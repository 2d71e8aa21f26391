package io.plimsoll.base.catalogue;

import java.util.ArrayList;
import java.util.List;

/// Versions in tags, which follow no one scheme: their numbers are compared from left to right.
public final class Versions {
    /// Longer runs of digits are no numbers that anybody counts.
    private static final int LONGEST = 15;

    private Versions() {}

    /// The numbers of a version: 8, 502 and 7 of `8u502_7`.
    static List<Long> numbers(String version) {
        List<Long> numbers = new ArrayList<>();
        int at = 0;
        while (at < version.length()) {
            int end = at;
            while (end < version.length() && isDigit(version.charAt(end))) {
                end++;
            }
            if (end > at) {
                numbers.add(Long.valueOf(version.substring(at, Math.min(end, at + LONGEST))));
            }
            at = Math.max(end, at + 1);
        }
        return numbers;
    }

    /// Compares as far as both have numbers: 3.9 and 3.9.1 are equal, for a tag of fewer numbers names the newest.
    public static int compare(List<Long> left, List<Long> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = left.get(i).compareTo(right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
