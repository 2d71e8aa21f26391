package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An `apt-get update` whose package lists stay in the image.
public final class AptLists implements Rule {
    @Override
    public String id() {
        return "PL-APT-LISTS";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            boolean cleans =
                    run.mounts("/var/lib/apt/lists") || Cleaning.removes(run, "/var/lib/apt/lists");
            if (cleans || file.isBuilder(run.stage())) {
                continue;
            }
            PackageCall.all(run, PackageManager.APT).stream()
                    .filter(call -> call.is("update"))
                    .findFirst()
                    .ifPresent(call ->
                            found.accept(
                                    Violation.at(
                                            call.call().span(),
                                            "the package lists in /var/lib/apt/lists stay in the"
                                                    + " image")));
        }
    }
}
