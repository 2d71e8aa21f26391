package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An `apk add` that leaves its index in the image.
public final class ApkCache implements Rule {
    @Override
    public String id() {
        return "PL-APK-CACHE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            boolean cleans =
                    run.mounts("/var/cache/apk")
                            || run.mounts("/etc/apk/cache")
                            || Cleaning.removes(run, "/var/cache/apk");
            if (cleans || file.isBuilder(run.stage())) {
                continue;
            }
            for (PackageCall call : PackageCall.all(run, PackageManager.APK)) {
                boolean open =
                        call.isInstall()
                                && !call.call().has("--no-cache")
                                && !call.call().hasUnknownOption();
                if (open) {
                    found.accept(
                            new Violation(
                                    call.call().span(),
                                    "the package index stays in the image",
                                    call.withOption("--no-cache")));
                }
            }
        }
    }
}
