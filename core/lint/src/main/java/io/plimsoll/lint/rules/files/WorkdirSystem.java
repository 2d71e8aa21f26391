package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Set;
import java.util.function.Consumer;

/// A WORKDIR in a folder that belongs to the system.
public final class WorkdirSystem implements Rule {
    @Override
    public String id() {
        return "PL-WORKDIR-SYSTEM";
    }

    private static final Set<String> SYSTEM =
            Set.of(
                    "/proc",
                    "/sys",
                    "/dev",
                    "/boot",
                    "/bin",
                    "/sbin",
                    "/lib",
                    "/lib64",
                    "/usr/bin",
                    "/usr/sbin",
                    "/usr/lib",
                    "/etc",
                    "/run");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.instructions(InstructionKind.WORKDIR)
                .flatMap(each -> each.arguments().last().stream())
                .filter(word -> SYSTEM.contains(word.text().replaceAll("/+$", "")))
                .forEach(word ->
                        found.accept(
                                Violation.at(
                                        word.span(),
                                        "'" + word.text() + "' belongs to the system")));
    }
}
