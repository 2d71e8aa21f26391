package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.PackageNames;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.VulnerabilityFacts;
import io.plimsoll.model.Epss;
import io.plimsoll.model.VersionRange;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What a store says of a vulnerability, or of a package.
final class StoreSearch {
    private StoreSearch() {}

    /// The answer; empty where the store knows neither.
    static String text(String wanted, AdvisoryStore store) {
        StringBuilder text = new StringBuilder();
        facts(wanted, store, text);
        for (SegmentInfo info : store.index().segments()) {
            if (info.kind() != SegmentInfo.Kind.ADVISORIES) {
                continue;
            }
            AdvisorySegment segment = store.advisories(info);
            segment.packagesOf(wanted)
                    .forEach(name ->
                            text.append(info.name()).append("  ").append(name).append('\n'));
            for (Affected affected : segment.find(PackageNames.fold(info.ecosystem(), wanted))) {
                text.append(info.name())
                        .append("  ")
                        .append(wanted)
                        .append("  ")
                        .append(
                                String.join(
                                        ",",
                                        segment.advisory(affected.advisory()).vulnerabilities()))
                        .append("  ")
                        .append(ranges(affected.ranges()))
                        .append('\n');
            }
        }
        return text.toString();
    }

    private static void facts(String id, AdvisoryStore store, StringBuilder text) {
        VulnerabilityFacts facts = store.vulnerability(id);
        facts.scores()
                .forEach(score ->
                        text.append(
                                String.format(
                                        Locale.ROOT,
                                        "%s  %.1f  %s  (%s)\n",
                                        id,
                                        score.value(),
                                        score.vector(),
                                        score.source())));
        store.epss(id)
                .map(Epss::score)
                .ifPresent(score -> text.append(id).append("  EPSS ").append(score).append('\n'));
        store.knownExploited(id)
                .ifPresent(day ->
                        text.append(id).append("  exploited since ").append(day).append('\n'));
    }

    private static String ranges(List<VersionRange> ranges) {
        return ranges.stream()
                .map(range ->
                        range.events().stream()
                                .map(event ->
                                        event.kind().name().toLowerCase(Locale.ROOT)
                                                + " "
                                                + event.version())
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }
}
