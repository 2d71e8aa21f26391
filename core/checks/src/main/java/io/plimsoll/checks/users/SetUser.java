package io.plimsoll.checks.users;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.facts.SpecialFile;
import io.plimsoll.checks.stack.LayerStack.PlacedFile;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Programs that run as their owner or group, whoever starts them.
public final class SetUser implements Check {
    @Override
    public String id() {
        return "PL-IMG-SETUID";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (PlacedFile each : image.stack().special()) {
            SpecialFile file = each.file();
            if (!file.setUid() && !file.setGid()) {
                continue;
            }
            Optional<String> owner = image.owners().of(file.path());
            String what =
                    file.setUid() ? "runs as user " + file.uid() : "runs as group " + file.gid();
            String message =
                    what
                            + ", mode "
                            + Integer.toOctalString(file.mode())
                            + owner.map(name -> ", of package " + name).orElse(", of no package");
            findings.add(
                    CheckFinding.of(owner.isPresent() ? usual : Severity.HIGH, message)
                            .at(file.path(), image.layer(each.layer())));
        }
        return Outcome.of(findings);
    }
}
