package io.plimsoll.match;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        Stream<Optional<SeverityChoice>> inOrder =
                Stream.of(
                        advisories.stream().flatMap(each -> word(each).stream()).findFirst(),
                        best(advisories.stream().flatMap(each -> each.scores().stream()).toList()),
                        best(facts.stream().filter(each -> each.source().equals(NVD)).toList()),
                        best(facts));
        return inOrder.flatMap(Optional::stream)
                .findFirst()
                .orElse(new SeverityChoice(Severity.UNKNOWN, ""));
    }

    private static Optional<SeverityChoice> word(Advisory advisory) {
        return Severity.ofWord(advisory.severityWord())
                .map(severity -> new SeverityChoice(severity, advisory.source()));
    }

    private static Optional<SeverityChoice> best(List<Score> scores) {
        return scores.stream()
                .min(
                        Comparator.<Score>comparingInt(score -> VERSIONS.indexOf(score.version()))
                                .thenComparing(Score::source))
                .map(score -> new SeverityChoice(Severity.ofScore(score.value()), score.source()));
    }
}
