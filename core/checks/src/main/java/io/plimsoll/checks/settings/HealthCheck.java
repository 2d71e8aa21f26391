package io.plimsoll.checks.settings;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.List;

/// A container that nobody can ask how it is.
public final class HealthCheck implements Check {
    @Override
    public String id() {
        return "PL-IMG-HEALTHCHECK";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<String> test = image.config().orElse(ImageConfig.EMPTY).healthcheck();
        if (test.isEmpty() || test.getFirst().equals("NONE")) {
            String message = test.isEmpty() ? "there is no health check" : "health checks are off";
            return Outcome.of(List.of(CheckFinding.of(usual, message)));
        }
        return Outcome.passed("the test is " + String.join(" ", test));
    }
}
