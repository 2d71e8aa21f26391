package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Epss;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Score;
import io.plimsoll.model.Severity;
import io.plimsoll.report.common.Weaknesses;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One finding in the words of `docker scan`.
record Issue(Finding finding, InstalledPackage installed) {
    /// `docker scan` knows four severities: what is below low, and what nobody rated, is low there.
    static Severity severity(Severity severity) {
        return severity.isAtLeast(Severity.LOW) ? severity : Severity.LOW;
    }

    static Severity severity(Finding finding) {
        return severity(finding.severity());
    }

    Severity severity() {
        return severity(finding);
    }

    /// `High`.
    String severityWord() {
        String word = severity().word();
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    String name() {
        return PackageNames.name(installed);
    }

    /// The advisory's title where the data has one, else the classes of weakness, else what else is
    /// known. Never empty.
    String title() {
        if (!finding.facts().title().isEmpty()) {
            return finding.facts().title();
        }
        List<Integer> cwes = finding.facts().cwes();
        String weaknesses = Weaknesses.names(cwes);
        if (!weaknesses.isEmpty()) {
            return weaknesses;
        }
        return cwes.isEmpty() ? finding.id() + rating() : "CWE-" + cwes.getFirst() + rating();
    }

    /// What is known of its exploitation, and how it was rated: `known to be exploited since
    /// 2021-12-10, CVSS:3.1/…`.
    String description() {
        List<String> parts = new ArrayList<>();
        parts.add(title());
        finding.facts()
                .knownExploited()
                .ifPresent(day -> parts.add("known to be exploited since " + day));
        Optional<Epss> epss = finding.facts().epss();
        if (epss.isPresent() && epss.get().score() >= 0.1) {
            parts.add("exploitation likely (EPSS " + Math.round(epss.get().score() * 100) + " %)");
        }
        if (finding.severity() == Severity.UNKNOWN) {
            parts.add("nobody has rated it yet");
        } else if (finding.severity() == Severity.NEGLIGIBLE) {
            parts.add("rated negligible by " + finding.severitySource());
        }
        return String.join("; ", parts);
    }

    private String rating() {
        return score().map(score -> " (" + score.vector() + ")").orElse("");
    }

    /// The score that goes with it: of version 3 where there is one.
    Optional<Score> score() {
        List<Score> scores = finding.facts().scores();
        return scores.stream()
                .filter(score -> score.version().startsWith("3"))
                .findFirst()
                .or(() -> scores.stream().findFirst());
    }

    /// The first page about it.
    String url() {
        return finding.urls().isEmpty()
                ? "https://www.cve.org/CVERecord?id=" + finding.id()
                : finding.urls().getFirst();
    }
}
