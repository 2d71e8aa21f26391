package io.plimsoll.report;

import java.util.Comparator;

/// Texts with numbers in them as people order them: `2.10` above `2.9`. For choosing what to show,
/// never for judging versions.
public enum NaturalOrder implements Comparator<String> {
    INSTANCE;

    @Override
    public int compare(String left, String right) {
        int i = 0;
        int j = 0;
        while (i < left.length() && j < right.length()) {
            int iEnd = run(left, i);
            int jEnd = run(right, j);
            String a = left.substring(i, iEnd);
            String b = right.substring(j, jEnd);
            int order =
                    Character.isDigit(a.charAt(0)) && Character.isDigit(b.charAt(0))
                            ? digits(a, b)
                            : a.compareTo(b);
            if (order != 0) {
                return order;
            }
            i = iEnd;
            j = jEnd;
        }
        return Integer.compare(left.length() - i, right.length() - j);
    }

    private static int digits(String a, String b) {
        String left = a.replaceFirst("^0+(?=.)", "");
        String right = b.replaceFirst("^0+(?=.)", "");
        return left.length() == right.length()
                ? left.compareTo(right)
                : Integer.compare(left.length(), right.length());
    }

    private static int run(String text, int start) {
        boolean digit = Character.isDigit(text.charAt(start));
        int end = start + 1;
        while (end < text.length() && Character.isDigit(text.charAt(end)) == digit) {
            end++;
        }
        return end;
    }
}
