package io.plimsoll.report.common;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import java.util.Optional;

/// A finding's scores, as formats with room for one want them.
public final class Ratings {
    private Ratings() {}

    /// The score that speaks for the severity: the highest of the newest CVSS version whose grade the
    /// severity is, else none.
    public static Optional<Score> deciding(Finding finding) {
        Score best = null;
        for (Score score : finding.facts().scores()) {
            if (Severity.ofScore(score.value()) == finding.severity()
                    && (best == null || order(score, best) > 0)) {
                best = score;
            }
        }
        return Optional.ofNullable(best);
    }

    private static int order(Score left, Score right) {
        int versions = left.version().compareTo(right.version());
        return versions != 0 ? versions : Double.compare(left.value(), right.value());
    }

    /// A number for the severity, 0 to 10: the score that speaks for it, else the middle of its grade;
    /// nothing where the severity is unknown.
    public static Optional<Double> number(Finding finding) {
        Optional<Score> score = deciding(finding);
        return score.isPresent() ? Optional.of(score.get().value()) : middle(finding.severity());
    }

    private static Optional<Double> middle(Severity severity) {
        return switch (severity) {
            case CRITICAL -> Optional.of(9.5);
            case HIGH -> Optional.of(8.0);
            case MEDIUM -> Optional.of(5.5);
            case LOW -> Optional.of(2.0);
            case NEGLIGIBLE -> Optional.of(0.1);
            case UNKNOWN -> Optional.empty();
        };
    }
}
