package io.plimsoll.base.advice;

import io.plimsoll.model.Severity;
import io.plimsoll.model.SeverityCounts;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/// The vulnerabilities of an image.
///
/// @param counts findings: one vulnerability in two packages counts twice
/// @param worst the worst severity of each vulnerability, by its id
/// @param packages how many packages it has
/// @param notAssessed how many of them could not be judged
public record Judged(
        SeverityCounts counts, Map<String, Severity> worst, int packages, int notAssessed) {
    public Judged {
        worst = java.util.Collections.unmodifiableMap(new TreeMap<>(worst));
    }

    /// The vulnerabilities here that another image has not, by severity.
    SeverityCounts without(Judged other) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        worst.forEach((id, severity) -> {
            if (!other.worst.containsKey(id)) {
                counts.merge(severity, 1, Integer::sum);
            }
        });
        return new SeverityCounts(counts);
    }
}
