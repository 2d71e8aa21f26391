package io.plimsoll.checks.size;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.stack.NotableFile;
import io.plimsoll.checks.stack.NotableKind;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// What package managers keep for a next time that never comes.
public final class PackageCaches implements Check {
    /// Below this a cache is a lock file or an empty index, and nobody gains by its going.
    private static final long LEAST = 64 * 1024;

    @Override
    public String id() {
        return "PL-IMG-PACKAGE-CACHE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (NotableFile each : image.stack().notable(NotableKind.CACHE)) {
            if (each.size() >= LEAST) {
                findings.add(
                        CheckFinding.of(usual, each.name())
                                .at(each.path(), image.layer(each.layer()))
                                .taking(each.size()));
            }
        }
        return Outcome.of(findings);
    }
}
