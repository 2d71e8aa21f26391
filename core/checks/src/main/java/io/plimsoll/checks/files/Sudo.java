package io.plimsoll.checks.files;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.stack.NotableKind;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;

/// A program by which a user becomes another.
public final class Sudo implements Check {
    @Override
    public String id() {
        return "PL-IMG-SUDO";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        return Outcome.of(
                image.stack().notable(NotableKind.SUDO).stream()
                        .filter(each -> each.fate().visible())
                        .map(each ->
                                CheckFinding.of(usual, each.name() + " is installed")
                                        .at(each.path(), image.layer(each.layer())))
                        .toList());
    }
}
