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

/// Package lists that are fetched in a step of their own.
public final class UpdateAlone implements Check {
    private static final Pattern UPDATE =
            Pattern.compile(
                    "\\b(?:apt-get|apt|aptitude|apk)(?: -\\S{1,30}){0,6} update\\b"
                            + "|\\b(?:yum|dnf|microdnf)(?: -\\S{1,30}){0,6} (?:makecache|check-update)\\b"
                            + "|\\bzypper(?: -\\S{1,30}){0,6} (?:refresh|ref)\\b");

    private static final Pattern INSTALL =
            Pattern.compile("\\b(?:install|add|upgrade|dist-upgrade|full-upgrade|zypper in)\\b");

    @Override
    public String id() {
        return "PL-IMG-UPDATE-ALONE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.HISTORY;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (Step step : image.steps()) {
            if (step.isRun()
                    && UPDATE.matcher(step.script()).find()
                    && !INSTALL.matcher(step.script()).find()) {
                findings.add(
                        CheckFinding.of(usual, "lists are fetched alone: " + step.beginning())
                                .at("", step.layerOf(image)));
            }
        }
        return Outcome.of(findings);
    }
}
