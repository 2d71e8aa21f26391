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

/// Files and folders that everybody may change.
public final class WorldWritable implements Check {
    @Override
    public String id() {
        return "PL-IMG-WORLD-WRITABLE";
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
            if (file.worldWritable()) {
                String what =
                        file.folder()
                                ? "everybody may replace what is in the folder"
                                : "everybody may change the file";
                boolean runs = !file.folder() && file.executable();
                findings.add(
                        CheckFinding.of(
                                        runs ? Severity.HIGH : usual,
                                        what
                                                + (runs ? ", which can be run" : "")
                                                + ", mode "
                                                + Integer.toOctalString(file.mode()))
                                .at(file.path(), image.layer(each.layer())));
            }
        }
        return Outcome.of(findings);
    }
}
