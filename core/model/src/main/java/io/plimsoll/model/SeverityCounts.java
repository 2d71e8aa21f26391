package io.plimsoll.model;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// How many findings there are of each severity.
///
/// @param bySeverity those that there are
public record SeverityCounts(Map<Severity, Integer> bySeverity) {
    public SeverityCounts {
        Map<Severity, Integer> sorted = new EnumMap<>(Severity.class);
        bySeverity.forEach((severity, count) -> {
            if (count > 0) {
                sorted.put(severity, count);
            }
        });
        bySeverity = java.util.Collections.unmodifiableMap(sorted);
    }

    public static SeverityCounts of(Iterable<Finding> findings) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Finding finding : findings) {
            counts.merge(finding.severity(), 1, Integer::sum);
        }
        return new SeverityCounts(counts);
    }

    public int of(Severity severity) {
        return bySeverity.getOrDefault(severity, 0);
    }

    public int total() {
        return bySeverity.values().stream().mapToInt(Integer::intValue).sum();
    }

    /// Negative where these are better: fewer of the worst severity in which both differ.
    public int compareWorst(SeverityCounts other) {
        for (Severity severity : Severity.values()) {
            int order = Integer.compare(of(severity), other.of(severity));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    /// `1 critical, 454 high`; `none` where there are none.
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        bySeverity.forEach((severity, count) -> words.add(count + " " + severity.word()));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
