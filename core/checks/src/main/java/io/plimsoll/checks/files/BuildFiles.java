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

/// Files that belong to the building of an image.
public final class BuildFiles implements Check {
    private static final String GIT = "/.git/HEAD";

    @Override
    public String id() {
        return "PL-IMG-BUILD-FILE";
    }

    @Override
    public Evidence evidence() {
        return Evidence.FILES;
    }

    @Override
    public Outcome check(CheckedImage image, Severity usual) {
        List<CheckFinding> findings = new ArrayList<>();
        for (NotableFile each : image.stack().notable(NotableKind.BUILD)) {
            if (each.size() > 0 && !isOfPackage(each.path(), image)) {
                boolean repository = each.path().endsWith(GIT);
                findings.add(
                        CheckFinding.of(
                                        repository ? Severity.MEDIUM : usual,
                                        each.name() + each.fate().words())
                                .at(each.path(), image.layer(each.layer())));
            }
        }
        return Outcome.of(findings);
    }

    private static boolean isOfPackage(String path, CheckedImage image) {
        return InstalledPaths.isInstalled(path) || image.owners().of(path).isPresent();
    }
}
