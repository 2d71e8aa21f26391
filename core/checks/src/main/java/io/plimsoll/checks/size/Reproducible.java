package io.plimsoll.checks.size;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.facts.ChangeTime;
import io.plimsoll.checks.stack.NotableFile;
import io.plimsoll.checks.stack.NotableKind;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What differs when the same thing is built again.
public final class Reproducible implements Check {
    /// A step of a build seldom takes longer, in seconds.
    private static final long STEP = 3600;

    /// The clocks of a builder and of what it runs may differ by so much, in seconds.
    private static final long SKEW = 120;

    @Override
    public String id() {
        return "PL-IMG-REPRODUCIBLE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.LAYERS;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (NotableFile each : image.stack().notable(NotableKind.LOG)) {
            if (each.fate().visible() && each.size() > 0) {
                findings.add(
                        CheckFinding.of(usual, each.name() + " says when it was written")
                                .at(each.path(), image.layer(each.layer())));
            }
        }
        List<Optional<Instant>> times = image.times();
        for (int i = 0; i < times.size(); i++) {
            Optional<CheckFinding> clock = clock(i, times.get(i), image, usual);
            clock.ifPresent(findings::add);
        }
        if (findings.isEmpty() && times.stream().noneMatch(Optional::isPresent)) {
            return Outcome.notAssessed("the history does not say when the layers were made");
        }
        return Outcome.of(findings);
    }

    /// A build that sets its times gives all files of a layer one of them, or older ones of their own.
    /// Several times within the step are those of a clock.
    private static Optional<CheckFinding> clock(
            int layer, Optional<Instant> made, CheckedImage image, Severity usual) {
        if (made.isEmpty()) {
            return Optional.empty();
        }
        long end = made.get().getEpochSecond();
        List<ChangeTime> within =
                image.stack().layers().get(layer).newest().stream()
                        .filter(each -> each.second() > end - STEP && each.second() <= end + SKEW)
                        .toList();
        if (within.size() < 2) {
            return Optional.empty();
        }
        return Optional.of(
                CheckFinding.of(
                                usual,
                                "files of layer "
                                        + (layer + 1)
                                        + " bear the clock of the build: "
                                        + within.size()
                                        + " times within the hour before "
                                        + made.get())
                        .at(within.getFirst().path(), image.layer(layer)));
    }
}
