package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An upgrade of the whole distribution.
public final class UpgradeAll implements Rule {
    @Override
    public String id() {
        return "PL-UPGRADE-ALL";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.calls()
                .flatMap(call -> PackageCall.of(call).stream())
                .filter(UpgradeAll::isWhole)
                .forEach(call ->
                        found.accept(
                                Violation.at(
                                        call.call().span(),
                                        "'"
                                                + call.subcommand().text()
                                                + "' may move the image to another release")));
    }

    private static boolean isWhole(PackageCall call) {
        return switch (call.manager()) {
            case APT -> call.is("dist-upgrade", "full-upgrade");
            case ZYPPER -> call.is("dup", "dist-upgrade");
            case DNF, YUM -> call.is("distro-sync", "system-upgrade");
            default -> false;
        };
    }
}
