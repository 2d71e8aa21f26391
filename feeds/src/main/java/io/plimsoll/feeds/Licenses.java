package io.plimsoll.feeds;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/// Licence expressions of facts from several sources.
final class Licenses {
    private Licenses() {}

    /// One SPDX expression under which all of them may be passed on.
    static String join(List<String> expressions) {
        TreeSet<String> parts = new TreeSet<>();
        for (String expression : expressions) {
            parts.addAll(Arrays.asList(expression.split(" AND ", -1)));
        }
        return String.join(" AND ", parts);
    }
}
