package io.plimsoll.match;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which of several severities counts: the word of who publishes the package first, then their
/// score, then NVD's, then anybody's.
///
/// @param severity the severity that counts
/// @param source who gave it; empty where nobody did
record SeverityChoice(Severity severity, String source) {
    private static final String NVD = "nvd@nist.gov";

    /// Version 3 before 4 before 2: most vectors are of version 3, and only like compares with like.
    private static final List<String> VERSIONS = List.of("3.1", "3.0", "4.0", "2.0");

    /// @param advisories the publisher's, the deciding one first
    /// @param facts scores from elsewhere
    static SeverityChoice of(List<Advisory> advisories, List<Score> facts) {
        List<Score> own = new ArrayList<>();
        for (Advisory advisory : advisories) {
            Optional<Severity> word = Severity.ofWord(advisory.severityWord());
            if (word.isPresent()) {
                return new SeverityChoice(word.get(), advisory.source());
            }
            own.addAll(advisory.scores());
        }
        Optional<Score> best = best(own, "").or(() -> best(facts, NVD)).or(() -> best(facts, ""));
        return best.isEmpty()
                ? new SeverityChoice(Severity.UNKNOWN, "")
                : new SeverityChoice(Severity.ofScore(best.get().value()), best.get().source());
    }

    /// @param source whose scores alone count; empty for all
    private static Optional<Score> best(List<Score> scores, String source) {
        Optional<Score> best = Optional.empty();
        for (Score score : scores) {
            boolean counts = source.isEmpty() || score.source().equals(source);
            if (counts && (best.isEmpty() || isBetter(score, best.get()))) {
                best = Optional.of(score);
            }
        }
        return best;
    }

    private static boolean isBetter(Score score, Score than) {
        int byVersion =
                Integer.compare(
                        VERSIONS.indexOf(score.version()), VERSIONS.indexOf(than.version()));
        return byVersion != 0 ? byVersion < 0 : score.source().compareTo(than.source()) < 0;
    }
}
