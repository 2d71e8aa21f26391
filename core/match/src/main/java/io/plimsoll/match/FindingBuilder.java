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
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/// Makes a finding of the decisions that call a package affected by one vulnerability.
final class FindingBuilder {
    private static final Comparator<Score> SCORES = FindingBuilder::compareScores;

    private final AdvisoryStore store;

    FindingBuilder(AdvisoryStore store) {
        this.store = store;
    }

    /// @param affected the decisions of the group that call the package affected, at least one
    Finding build(VulnerabilityGroups.Group group, List<Decision> affected) {
        List<Decision> ordered = affected.stream().sorted(FindingBuilder::decidingFirst).toList();
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
        return ordered.stream().map(Decision::advisory).distinct().toList();
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
        advisories.forEach(each -> scores.addAll(each.scores()));
        scores.addAll(vulnerability.scores());
        List<Integer> cwes =
                Stream.concat(
                                advisories.stream().flatMap(each -> each.cwes().stream()),
                                vulnerability.cwes().stream())
                        .distinct()
                        .sorted()
                        .toList();
        String title =
                advisories.stream()
                        .map(Advisory::summary)
                        .filter(text -> !text.isEmpty())
                        .findFirst()
                        .orElse("");
        return new Finding.Facts(
                title,
                List.copyOf(scores),
                store.epss(id),
                store.knownExploited(id),
                cwes,
                earliest(advisories, Advisory::published, vulnerability.published()),
                latest(advisories, Advisory::modified, vulnerability.modified()));
    }

    private static Optional<LocalDate> earliest(
            List<Advisory> advisories,
            Function<Advisory, Optional<LocalDate>> date,
            Optional<LocalDate> known) {
        return dates(advisories, date, known).min(LocalDate::compareTo);
    }

    private static Optional<LocalDate> latest(
            List<Advisory> advisories,
            Function<Advisory, Optional<LocalDate>> date,
            Optional<LocalDate> known) {
        return dates(advisories, date, known).max(LocalDate::compareTo);
    }

    private static Stream<LocalDate> dates(
            List<Advisory> advisories,
            Function<Advisory, Optional<LocalDate>> date,
            Optional<LocalDate> known) {
        return Stream.concat(
                advisories.stream().flatMap(each -> date.apply(each).stream()), known.stream());
    }

    private static Fix fix(InstalledPackage installed, List<Decision> affected) {
        List<String> versions =
                affected.stream().flatMap(each -> fixedIn(each).stream()).distinct().toList();
        if (!versions.isEmpty()) {
            return new Fix(Fix.State.FIXED, sorted(versions, installed));
        }
        List<String> states =
                affected.stream().map(each -> each.affected().status()).distinct().toList();
        return new Fix(FixStates.of(states), List.of());
    }

    private static List<String> fixedIn(Decision decision) {
        return decision.verdict() instanceof Verdict.Affected(List<String> fixedIn)
                ? fixedIn
                : List.of();
    }

    /// Sorted by the ecosystem's order; versions that do not parse come last, by their text.
    private static List<String> sorted(List<String> versions, InstalledPackage installed) {
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
        Stream<String> publishers =
                advisories.stream()
                        .map(each ->
                                each.url().isEmpty()
                                        ? AdvisoryPages.of(each.id()).orElse("")
                                        : each.url());
        return Stream.concat(publishers, AdvisoryPages.of(group.id()).stream())
                .filter(url -> !url.isEmpty())
                .distinct()
                .toList();
    }
}
