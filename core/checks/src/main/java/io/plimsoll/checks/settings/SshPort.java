package io.plimsoll.checks.settings;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.stack.NotableFile;
import io.plimsoll.checks.stack.NotableKind;
import io.plimsoll.image.ImageConfig;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// An SSH server in a container.
public final class SshPort implements Check {
    @Override
    public String id() {
        return "PL-IMG-SSH";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (String port : image.config().orElse(ImageConfig.EMPTY).exposedPorts()) {
            if (port.equals("22") || port.equals("22/tcp")) {
                findings.add(CheckFinding.of(usual, "port 22, that of SSH, is exposed"));
            }
        }
        for (NotableFile each : image.stack().notable(NotableKind.SSH_SERVER)) {
            if (each.fate().visible()) {
                findings.add(
                        CheckFinding.of(usual, each.name() + " is installed")
                                .at(each.path(), image.layer(each.layer())));
            }
        }
        return Outcome.of(findings);
    }
}
