package io.plimsoll.checks.settings;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.model.Severity;

/// Whether the image that is pulled is the one that was pushed.
public final class ContentTrust implements Check {
    @Override
    public String id() {
        return "PL-IMG-CONTENT-TRUST";
    }

    @Override
    public Evidence evidence() {
        return Evidence.CONFIG;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        return Outcome.notAssessed(
                "who pulls decides it (DOCKER_CONTENT_TRUST, or a signature that is verified): the image"
                        + " itself cannot tell");
    }
}
