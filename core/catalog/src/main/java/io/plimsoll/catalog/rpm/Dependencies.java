package io.plimsoll.catalog.rpm;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// What a package requires or provides, as rpm prints it: `bash`, `glibc >= 2.28`.
///
/// Source: rpm 4.18, `include/rpm/rpmds.h`, `RPMSENSE_LESS`, `_GREATER`, `_EQUAL`.
final class Dependencies {
    private static final int LESS = 1 << 1;
    private static final int GREATER = 1 << 2;
    private static final int EQUAL = 1 << 3;

    private Dependencies() {}

    /// Each entry once, in the header's order. Flags and versions are parallel to the names; old
    /// headers lack them for what is provided.
    ///
    /// @param leftOut names that say nothing about other packages
    static List<String> read(
            List<String> names, int[] flags, List<String> versions, Predicate<String> leftOut) {
        Set<String> entries = new LinkedHashSet<>();
        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            if (name.isEmpty() || leftOut.test(name)) {
                continue;
            }
            String operator = i < flags.length ? operator(flags[i]) : "";
            String version = i < versions.size() ? versions.get(i) : "";
            boolean bare = operator.isEmpty() || version.isEmpty();
            entries.add(bare ? name : name + " " + operator + " " + version);
        }
        return List.copyOf(entries);
    }

    private static String operator(int flags) {
        return ((flags & LESS) != 0 ? "<" : "")
                + ((flags & GREATER) != 0 ? ">" : "")
                + ((flags & EQUAL) != 0 ? "=" : "");
    }
}
