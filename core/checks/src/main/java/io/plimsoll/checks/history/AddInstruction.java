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

/// ADD where COPY says what is meant.
public final class AddInstruction implements Check {
    @Override
    public String id() {
        return "PL-IMG-ADD";
    }

    @Override
    public Evidence evidence() {
        return Evidence.HISTORY;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (Step step : image.steps()) {
            // A root file system is added as an archive: that is what ADD is for.
            boolean base = step.layer() == 0 && step.text().strip().endsWith(" in /");
            boolean root = step.layer() == 0 && step.text().strip().endsWith(" /");
            if (step.instruction().equals("ADD") && !base && !root) {
                findings.add(
                        CheckFinding.of(usual, "ADD instead of COPY: " + step.beginning())
                                .at("", step.layerOf(image)));
            }
        }
        return Outcome.of(findings);
    }
}
