package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// `apt` where `apt-get` is meant for scripts.
public final class AptForScripts implements Rule {
    @Override
    public String id() {
        return "PL-APT-SCRIPT";
    }

    private static final Set<String> SAME =
            Set.of(
                    "install",
                    "update",
                    "upgrade",
                    "remove",
                    "purge",
                    "autoremove",
                    "clean",
                    "autoclean");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (PackageCall call : PackageCall.all(file, PackageManager.APT)) {
            if (call.call().program().equals("apt")) {
                boolean same =
                        SAME.contains(call.subcommand().text())
                                && call.call().run().isShell()
                                && call.call().word().isBare()
                                && call.call().word().is("apt");
                found.accept(
                        new Violation(
                                call.call().span(),
                                "apt is for people: its options and output may change",
                                same
                                        ? List.of(Edit.replace(call.call().span(), "apt-get"))
                                        : List.of()));
            }
        }
    }
}
