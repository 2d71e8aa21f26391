package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A link over `/bin/sh`, where SHELL says which shell runs.
public final class ShellLink implements Rule {
    @Override
    public String id() {
        return "PL-RUN-SH-LINK";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.calls()
                .filter(call -> call.program().equals("ln"))
                .filter(call ->
                        !call.arguments().isEmpty() && call.arguments().getLast().is("/bin/sh"))
                .forEach(call ->
                        found.accept(
                                Violation.at(
                                        call.span(),
                                        "/bin/sh is replaced for all programs of the image")));
    }
}
