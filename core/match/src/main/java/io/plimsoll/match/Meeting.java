package io.plimsoll.match;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.Affected;
import io.plimsoll.model.How;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Verdict;
import io.plimsoll.version.RangeVerdict;
import io.plimsoll.version.Ranges;
import io.plimsoll.version.VersionScheme;
import io.plimsoll.version.VersionSchemes;
import java.util.List;
import java.util.Optional;

/// A package and an advisory that names it. Most meetings end with "not affected", so what that takes
/// comes first: the words and the advisory's own record are made when they are asked for. For one
/// thread.
final class Meeting {
    /// Which verdict it is, without its words.
    enum Leaning {
        AFFECTED,
        NOT_AFFECTED,
        UNDETERMINED
    }

    private final InstalledPackage installed;
    private final Judge.Name name;
    private final AdvisorySegment segment;
    private final Affected affected;
    private final Optional<VersionScheme> scheme;
    private final Optional<RangeVerdict> range;
    private final Optional<String> unknownStream;
    private final Leaning leaning;
    private Optional<Advisory> advisory = Optional.empty();

    Meeting(
            InstalledPackage installed,
            Judge.Name name,
            AdvisorySegment segment,
            Affected affected) {
        this.installed = installed;
        this.name = name;
        this.segment = segment;
        this.affected = affected;
        this.scheme = VersionSchemes.forType(record().type());
        boolean comparable = scheme.isPresent() && !name.version().isEmpty();
        this.range = comparable ? Optional.of(compare(scheme.get())) : Optional.empty();
        boolean outside = comparable && range.get() instanceof RangeVerdict.Outside;
        this.unknownStream = outside ? unknownStream() : Optional.empty();
        this.leaning = leaning(outside);
    }

    private Leaning leaning(boolean outside) {
        if (RpmModules.mismatch(record(), affected).isPresent()) {
            return Leaning.NOT_AFFECTED;
        }
        if (outside && unknownStream.isEmpty()) {
            return Leaning.NOT_AFFECTED;
        }
        boolean inside = range.isPresent() && range.get() instanceof RangeVerdict.Inside;
        return inside ? Leaning.AFFECTED : Leaning.UNDETERMINED;
    }

    Leaning leaning() {
        return leaning;
    }

    /// What the advisory says of itself.
    Advisory advisory() {
        if (advisory.isEmpty()) {
            advisory = Optional.of(segment.advisory(affected.advisory()));
        }
        return advisory.get();
    }

    /// The verdict with its words and its evidence.
    Decision decision() {
        Outcome outcome = outcome();
        How how =
                new How(
                        affected.derived() ? How.Kind.SOURCE_PACKAGE : name.kind(),
                        advisory().id(),
                        segment.info().name(),
                        RangeWords.of(affected),
                        outcome.compared);
        return new Decision(installed, advisory(), affected, outcome.verdict, how);
    }

    /// What follows from an advisory for a package.
    private record Outcome(Verdict verdict, String compared) {}

    private Outcome outcome() {
        Optional<String> otherModule = RpmModules.mismatch(record(), affected);
        if (otherModule.isPresent()) {
            return new Outcome(new Verdict.NotAffected(otherModule.get()), "");
        }
        if (range.isEmpty()) {
            String why =
                    name.version().isEmpty()
                            ? "the package has no version"
                            : "no version order is known for " + record().type().purlType();
            return new Outcome(new Verdict.Undetermined(why), "");
        }
        return outcome(range.get(), scheme.orElseThrow());
    }

    private Outcome outcome(RangeVerdict found, VersionScheme order) {
        return switch (found) {
            case RangeVerdict.Inside inside ->
                    new Outcome(
                            new Verdict.Affected(fixes(inside)),
                            Comparisons.inside(version(), inside, order));
            case RangeVerdict.Outside outside -> {
                String compared = Comparisons.outside(version(), outside, order);
                yield new Outcome(
                        unknownStream
                                .<Verdict>map(Verdict.Undetermined::new)
                                .orElse(new Verdict.NotAffected(compared)),
                        compared);
            }
            case RangeVerdict.Undecided undecided ->
                    new Outcome(new Verdict.Undetermined(undecided.because()), "");
        };
    }

    private static List<String> fixes(RangeVerdict.Inside inside) {
        return inside.fixed().isEmpty() ? List.of() : List.of(inside.fixed().get());
    }

    private RangeVerdict compare(VersionScheme order) {
        return Ranges.evaluate(order, affected.ranges(), affected.versions(), version());
    }

    private PackageRecord record() {
        return installed.record();
    }

    private String version() {
        boolean bySource = name.kind() == How.Kind.SOURCE_PACKAGE;
        return isRpm() && bySource ? RpmEpochs.aligned(name.version(), affected) : name.version();
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
