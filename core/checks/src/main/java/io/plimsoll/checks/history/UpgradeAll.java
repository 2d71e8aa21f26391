package io.plimsoll.checks.history;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.Step;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Packages that are all upgraded at once, to whatever there is that day.
public final class UpgradeAll implements Check {
    private static final Pattern UPGRADE =
            Pattern.compile(
                    "\\b(?:apt-get|apt|aptitude)(?: -\\S{1,30}){0,6} (?:dist-upgrade|full-upgrade)\\b"
                            + "|\\bzypper(?: -\\S{1,30}){0,6} (?:dist-upgrade|dup)\\b");

    @Override
    public String id() {
        return "PL-IMG-UPGRADE-ALL";
    }

    @Override
    public Evidence evidence() {
        return Evidence.HISTORY;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (Step step : image.steps()) {
            if (step.isRun() && UPGRADE.matcher(step.script()).find()) {
                findings.add(
                        CheckFinding.of(usual, "everything is upgraded: " + step.beginning())
                                .at("", step.layerOf(image)));
            }
        }
        return Outcome.of(findings);
    }
}
