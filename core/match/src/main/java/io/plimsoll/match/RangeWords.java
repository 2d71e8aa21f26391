package io.plimsoll.match;

import io.plimsoll.advisory.Affected;
import io.plimsoll.model.VersionRange;
import java.util.stream.Collectors;

/// Affected ranges in words.
final class RangeWords {
    private static final int SHOWN_VERSIONS = 5;

    private RangeWords() {}

    /// `introduced 0, fixed 1.2; introduced 2.0`.
    static String of(Affected affected) {
        StringBuilder words = new StringBuilder();
        for (VersionRange range : affected.ranges()) {
            boolean separate = !words.isEmpty() && !range.events().isEmpty();
            words.append(separate ? "; " : "");
            append(range, words);
        }
        if (!affected.versions().isEmpty()) {
            words.append(words.isEmpty() ? "" : "; ").append(versions(affected));
        }
        if (!affected.note().isEmpty()) {
            words.append(" (").append(affected.note()).append(')');
        }
        return words.toString();
    }

    private static void append(VersionRange range, StringBuilder words) {
        String separator = "";
        for (VersionRange.Event event : range.events()) {
            words.append(separator).append(word(event.kind())).append(' ').append(event.version());
            separator = ", ";
        }
    }

    private static String word(VersionRange.Kind kind) {
        return switch (kind) {
            case INTRODUCED -> "introduced";
            case FIXED -> "fixed";
            case LAST_AFFECTED -> "last affected";
            case LIMIT -> "limit";
        };
    }

    private static String versions(Affected affected) {
        String shown =
                affected.versions().stream()
                        .limit(SHOWN_VERSIONS)
                        .collect(Collectors.joining(", "));
        int more = affected.versions().size() - SHOWN_VERSIONS;
        return "versions " + shown + (more > 0 ? " and " + more + " more" : "");
    }
}
