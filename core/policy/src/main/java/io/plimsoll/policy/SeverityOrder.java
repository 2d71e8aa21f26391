package io.plimsoll.policy;

import io.plimsoll.model.Finding;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Chooses severities by who gave the score. A finding that none of them scored keeps its own.
///
/// @param sources of scores, the preferred first; `nvd` is `nvd@nist.gov` too
record SeverityOrder(List<String> sources) {
    /// As in choosing without an order: version 3 before 4 before 2.
    private static final List<String> VERSIONS = List.of("3.1", "3.0", "4.0", "2.0");

    ScanReport apply(ScanReport report) {
        if (sources.isEmpty()) {
            return report;
        }
        List<Finding> rated = new ArrayList<>();
        for (Finding finding : report.assessment().findings()) {
            rated.add(
                    score(finding.facts().scores())
                            .map(score ->
                                    finding.rated(Severity.ofScore(score.value()), score.source()))
                            .orElse(finding));
        }
        return report.with(report.assessment().with(rated, report.assessment().suppressed()));
    }

    private Optional<Score> score(List<Score> scores) {
        for (String source : sources) {
            for (String version : VERSIONS) {
                for (Score score : scores) {
                    if (score.version().equals(version) && isOf(score.source(), source)) {
                        return Optional.of(score);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isOf(String source, String wanted) {
        String text = source.toLowerCase(Locale.ROOT);
        String name = wanted.toLowerCase(Locale.ROOT);
        return text.equals(name) || text.startsWith(name + "@");
    }
}
