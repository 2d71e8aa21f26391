package io.plimsoll.checks.files;

import io.plimsoll.checks.Check;
import io.plimsoll.checks.CheckedImage;
import io.plimsoll.checks.Evidence;
import io.plimsoll.checks.InstalledPaths;
import io.plimsoll.checks.Outcome;
import io.plimsoll.checks.stack.NotableFile;
import io.plimsoll.checks.stack.NotableKind;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.List;

/// Files that hold logins of other systems.
public final class CredentialFiles implements Check {
    @Override
    public String id() {
        return "PL-IMG-CREDENTIAL-FILE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (NotableFile each : image.stack().notable(NotableKind.CREDENTIAL)) {
            boolean ships =
                    InstalledPaths.isInstalled(each.path())
                            || image.owners().of(each.path()).isPresent();
            if (each.size() > 0 && !ships) {
                findings.add(
                        CheckFinding.of(usual, each.name() + each.fate().words())
                                .at(each.path(), image.layer(each.layer())));
            }
        }
        return Outcome.of(findings);
    }
}
