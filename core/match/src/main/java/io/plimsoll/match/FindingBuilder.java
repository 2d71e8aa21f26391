package io.plimsoll.match;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.AdvisoryPages;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.VulnerabilityFacts;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Score;
import io.plimsoll.model.Verdict;
import io.plimsoll.version.InvalidVersionException;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/// Makes a finding of the decisions that call a package affected by one vulnerability.
final class FindingBuilder {
    private static final Comparator<Score> SCORES = FindingBuilder::compareScores;

    private final AdvisoryStore store;

    FindingBuilder(AdvisoryStore store) {
        this.store = store;
    }

    /// @param affected the decisions of the group that call the package affected, at least one
    Finding build(VulnerabilityGroups.Group group, List<Decision> affected) {
        List<Decision> ordered = new ArrayList<>(affected);
        ordered.sort(FindingBuilder::decidingFirst);
        List<Advisory> advisories = advisories(ordered);
        VulnerabilityFacts facts = store.vulnerability(group.id());
        SeverityChoice severity = SeverityChoice.of(advisories, facts.scores());
        InstalledPackage installed = ordered.getFirst().installed();
        return new Finding(
                group.id(),
                group.aliases(),
                installed.id(),
                severity.severity(),
                severity.source(),
                facts(group.id(), advisories, facts),
                fix(installed, ordered),
                ordered.getFirst().how(),
                installed.origin(),
                installed.layer(),
                "",
                urls(group, advisories));
    }

    private static List<Advisory> advisories(List<Decision> ordered) {
        if (ordered.size() == 1) {
            return List.of(ordered.getFirst().advisory());
        }
        SequencedSet<Advisory> advisories = new LinkedHashSet<>();
        for (Decision decision : ordered) {
            advisories.add(decision.advisory());
        }
        return List.copyOf(advisories);
    }

    private static int compareScores(Score left, Score right) {
        int bySource = left.source().compareTo(right.source());
        int byVector = bySource != 0 ? bySource : left.vector().compareTo(right.vector());
        return byVector != 0 ? byVector : Double.compare(left.value(), right.value());
    }

    /// What the advisory itself names before what follows from it, what has a fix before what has
    /// none, then by id.
    private static int decidingFirst(Decision left, Decision right) {
        int byDerived = Boolean.compare(left.affected().derived(), right.affected().derived());
        int byFix =
                byDerived != 0
                        ? byDerived
                        : Boolean.compare(fixedIn(left).isEmpty(), fixedIn(right).isEmpty());
        return byFix != 0 ? byFix : left.advisory().id().compareTo(right.advisory().id());
    }

    private Finding.Facts facts(
            String id, List<Advisory> advisories, VulnerabilityFacts vulnerability) {
        SequencedSet<Score> scores = new TreeSet<>(SCORES);
        SequencedSet<Integer> cwes = new TreeSet<>();
        String title = "";
        Optional<LocalDate> published = vulnerability.published();
        Optional<LocalDate> modified = vulnerability.modified();
        for (Advisory advisory : advisories) {
            scores.addAll(advisory.scores());
            cwes.addAll(advisory.cwes());
            title = title.isEmpty() ? advisory.summary() : title;
            published =
                    isBefore(advisory.published(), published) ? advisory.published() : published;
            modified = isBefore(modified, advisory.modified()) ? advisory.modified() : modified;
        }
        scores.addAll(vulnerability.scores());
        cwes.addAll(vulnerability.cwes());
        return new Finding.Facts(
                title,
                List.copyOf(scores),
                store.epss(id),
                store.knownExploited(id),
                List.copyOf(cwes),
                published,
                modified);
    }

    /// No date is after each as the first, and before each as the second.
    private static boolean isBefore(Optional<LocalDate> first, Optional<LocalDate> second) {
        return first.isPresent() && (second.isEmpty() || first.get().isBefore(second.get()));
    }

    private static Fix fix(InstalledPackage installed, List<Decision> affected) {
        SequencedSet<String> versions = new LinkedHashSet<>();
        SequencedSet<String> states = new LinkedHashSet<>();
        for (Decision decision : affected) {
            versions.addAll(fixedIn(decision));
            states.add(decision.affected().status());
        }
        return versions.isEmpty()
                ? new Fix(FixStates.of(List.copyOf(states)), List.of())
                : new Fix(Fix.State.FIXED, sorted(versions, installed));
    }

    private static List<String> fixedIn(Decision decision) {
        return decision.verdict() instanceof Verdict.Affected(List<String> fixedIn)
                ? fixedIn
                : List.of();
    }

    /// Sorted by the ecosystem's order; versions that do not parse come last, by their text.
    private static List<String> sorted(SequencedSet<String> versions, InstalledPackage installed) {
        if (versions.size() == 1) {
            return List.copyOf(versions);
        }
        Optional<VersionScheme> scheme = VersionSchemes.forType(installed.record().type());
        List<String> sorted = new ArrayList<>(versions);
        sorted.sort(Comparator.naturalOrder());
        scheme.ifPresent(order -> sorted.sort((left, right) -> compare(order, left, right)));
        return sorted;
    }

    private static int compare(VersionScheme scheme, String left, String right) {
        try {
            return scheme.compare(left, right);
        } catch (InvalidVersionException unparsable) {
            return Boolean.compare(!isValid(scheme, left), !isValid(scheme, right));
        }
    }

    private static boolean isValid(VersionScheme scheme, String version) {
        try {
            scheme.check(version);
            return true;
        } catch (InvalidVersionException invalid) {
            return false;
        }
    }

    private static List<String> urls(VulnerabilityGroups.Group group, List<Advisory> advisories) {
        SequencedSet<String> urls = new LinkedHashSet<>();
        for (Advisory advisory : advisories) {
            if (advisory.url().isEmpty()) {
                AdvisoryPages.of(advisory.id()).ifPresent(urls::add);
            } else {
                urls.add(advisory.url());
            }
        }
        AdvisoryPages.of(group.id()).ifPresent(urls::add);
        return List.copyOf(urls);
    }
}
