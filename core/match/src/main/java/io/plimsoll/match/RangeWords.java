package io.plimsoll.match;

import io.plimsoll.advisory.Affected;
import io.plimsoll.model.VersionRange;
import java.util.Locale;
import java.util.stream.Collectors;

/// Affected ranges in words.
final class RangeWords {
    private static final int SHOWN_VERSIONS = 5;

    private RangeWords() {}

    /// `introduced 0, fixed 1.2; introduced 2.0`.
    static String of(Affected affected) {
        String ranges =
                affected.ranges().stream()
                        .map(RangeWords::range)
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("; "));
        StringBuilder words = new StringBuilder(ranges);
        if (!affected.versions().isEmpty()) {
            words.append(words.isEmpty() ? "" : "; ").append(versions(affected));
        }
        if (!affected.note().isEmpty()) {
            words.append(" (").append(affected.note()).append(')');
        }
        return words.toString();
    }

    private static String range(VersionRange range) {
        return range.events().stream()
                .map(event ->
                        event.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                + " "
                                + event.version())
                .collect(Collectors.joining(", "));
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
