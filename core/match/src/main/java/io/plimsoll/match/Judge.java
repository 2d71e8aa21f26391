package io.plimsoll.match;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.PackageNames;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.How;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.Verdict;
import io.plimsoll.version.RangeVerdict;
import io.plimsoll.version.Ranges;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Holds one package against the advisories for it.
final class Judge {
    private final AdvisoryStore store;
    private final Inventory inventory;

    Judge(AdvisoryStore store, Inventory inventory) {
        this.store = store;
        this.inventory = inventory;
    }

    /// Segments that hold the advisories for a package; empty where there is no data for it.
    List<AdvisorySegment> segments(InstalledPackage installed) {
        Distribution distribution = inventory.distributionOf(installed);
        PackageType type = installed.record().type();
        for (String ecosystem : Ecosystems.candidates(type, distribution)) {
            List<AdvisorySegment> segments = store.advisoriesOf(ecosystem);
            if (!segments.isEmpty()) {
                return segments;
            }
        }
        return List.of();
    }

    /// Every word of the advisories on a package, withdrawn advisories left out.
    List<Decision> decide(InstalledPackage installed) {
        return decisions(meetings(installed));
    }

    /// As {@link #decide}, but nothing where no advisory says anything but "not affected": what
    /// rejected advisories are called need not be read then.
    List<Decision> decideUnlessRejected(InstalledPackage installed) {
        List<Meeting> meetings = meetings(installed);
        for (Meeting meeting : meetings) {
            if (!meeting.rejects()) {
                return decisions(meetings);
            }
        }
        return List.of();
    }

    private static List<Decision> decisions(List<Meeting> meetings) {
        List<Decision> decisions = new ArrayList<>(meetings.size());
        for (Meeting meeting : meetings) {
            Advisory advisory = meeting.segment().advisory(meeting.affected().advisory());
            if (!advisory.withdrawn()) {
                decisions.add(meeting.decision(advisory));
            }
        }
        return decisions;
    }

    private List<Meeting> meetings(InstalledPackage installed) {
        List<Meeting> meetings = new ArrayList<>();
        for (AdvisorySegment segment : segments(installed)) {
            Set<Integer> judged = new HashSet<>();
            for (Name name : names(installed.record(), segment.info().ecosystem())) {
                List<Affected> found = segment.find(name.folded);
                for (Affected affected : found) {
                    if (!judged.contains(affected.advisory())) {
                        meetings.add(new Meeting(installed, name, segment, affected));
                    }
                }
                found.forEach(affected -> judged.add(affected.advisory()));
            }
        }
        return meetings;
    }

    /// A name to look up, the version that goes with it, and what the pair is.
    private record Name(String folded, String version, How.Kind kind) {}

    /// The names of a package that an ecosystem's advisories may use, its own first. Advisories that
    /// name sources are asked for the source alone, with the source's own version.
    private static List<Name> names(PackageRecord record, String ecosystem) {
        String own = PackageNames.fold(ecosystem, record.fullName());
        Name binary = new Name(own, record.version(), How.Kind.PACKAGE);
        if (record.source().isEmpty()) {
            return List.of(binary);
        }
        SourcePackage from = record.source().get();
        String folded = PackageNames.fold(ecosystem, from.name());
        boolean same = folded.equals(own) && from.version().equals(record.version());
        if (same) {
            return List.of(binary);
        }
        Name source = new Name(folded, from.version(), How.Kind.SOURCE_PACKAGE);
        return Ecosystems.namesSources(ecosystem) ? List.of(source) : List.of(binary, source);
    }

    /// What follows from an advisory for a package.
    private record Outcome(Verdict verdict, String compared) {}

    /// A package and an advisory that names it.
    private record Meeting(
            InstalledPackage installed, Name name, AdvisorySegment segment, Affected affected) {

        Decision decision(Advisory advisory) {
            Outcome outcome = outcome();
            How how =
                    new How(
                            affected.derived() ? How.Kind.SOURCE_PACKAGE : name.kind,
                            advisory.id(),
                            segment.info().name(),
                            RangeWords.of(affected),
                            outcome.compared);
            return new Decision(installed, advisory, affected, outcome.verdict, how);
        }

        /// Whether the verdict is "not affected", without its words.
        boolean rejects() {
            Optional<VersionScheme> scheme = VersionSchemes.forType(record().type());
            if (RpmModules.mismatch(record(), affected).isPresent()) {
                return true;
            }
            return scheme.isPresent()
                    && !name.version.isEmpty()
                    && compare(scheme.get()) instanceof RangeVerdict.Outside
                    && unknownStream().isEmpty();
        }

        private Outcome outcome() {
            Optional<String> otherModule = RpmModules.mismatch(record(), affected);
            if (otherModule.isPresent()) {
                return new Outcome(new Verdict.NotAffected(otherModule.get()), "");
            }
            Optional<VersionScheme> scheme = VersionSchemes.forType(record().type());
            if (scheme.isEmpty() || name.version.isEmpty()) {
                String why =
                        name.version.isEmpty()
                                ? "the package has no version"
                                : "no version order is known for " + record().type().purlType();
                return new Outcome(new Verdict.Undetermined(why), "");
            }
            return outcome(scheme.get());
        }

        private Outcome outcome(VersionScheme scheme) {
            return switch (compare(scheme)) {
                case RangeVerdict.Inside inside ->
                        new Outcome(
                                new Verdict.Affected(inside.fixed().stream().toList()),
                                Comparisons.inside(version(), inside, scheme));
                case RangeVerdict.Outside outside -> {
                    String compared = Comparisons.outside(version(), outside, scheme);
                    yield new Outcome(
                            unknownStream()
                                    .<Verdict>map(Verdict.Undetermined::new)
                                    .orElse(new Verdict.NotAffected(compared)),
                            compared);
                }
                case RangeVerdict.Undecided undecided ->
                        new Outcome(new Verdict.Undetermined(undecided.because()), "");
            };
        }

        private RangeVerdict compare(VersionScheme scheme) {
            return Ranges.evaluate(scheme, affected.ranges(), affected.versions(), version());
        }

        private PackageRecord record() {
            return installed.record();
        }

        private String version() {
            boolean bySource = name.kind == How.Kind.SOURCE_PACKAGE;
            return isRpm() && bySource ? RpmEpochs.aligned(name.version, affected) : name.version;
        }

        /// Why a fix of another minor release may say nothing of this version.
        private Optional<String> unknownStream() {
            return isRpm() && segment.info().ecosystem().startsWith("Red Hat:")
                    ? RpmStreams.unknownFor(version(), affected)
                    : Optional.empty();
        }

        private boolean isRpm() {
            return record().type() == PackageType.RPM;
        }
    }
}
