package io.plimsoll.feeds;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.AdvisorySegmentWriter;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreWriter;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Advisories of one ecosystem release before they become a segment.
///
/// @param ecosystem OSV ecosystem with its release, such as `Debian:12`
/// @param entries sorted by advisory id
record SegmentDraft(String ecosystem, List<Entry> entries) {
    /// One advisory and what it says of each package, by folded name.
    record Entry(Advisory advisory, Map<String, List<Affected>> packages) {}

    /// The segment's name: the ecosystem in lower case, with a hyphen for all that is not a letter, a
    /// digit or a dot.
    String name() {
        String lower = ecosystem.toLowerCase(Locale.ROOT);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            boolean kept = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
            name.append(kept ? c : '-');
        }
        return name.toString();
    }

    /// Writes the segment.
    SegmentInfo write(StoreWriter store) throws IOException {
        AdvisorySegmentWriter writer = new AdvisorySegmentWriter();
        entries.forEach(entry -> writer.add(entry.advisory(), entry.packages()));
        byte[] bytes = writer.toByteArray();
        return new SegmentInfo(
                name(),
                SegmentInfo.Kind.ADVISORIES,
                ecosystem,
                store.writeSegment(bytes),
                bytes.length,
                writer.advisories(),
                writer.packages(),
                newest(),
                distinct(Advisory::source),
                Licenses.join(distinct(Advisory::license)));
    }

    private Optional<LocalDate> newest() {
        return entries.stream()
                .flatMap(entry -> entry.advisory().modified().stream())
                .max(LocalDate::compareTo);
    }

    private List<String> distinct(java.util.function.Function<Advisory, String> part) {
        return entries.stream()
                .map(Entry::advisory)
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .toList();
    }
}
