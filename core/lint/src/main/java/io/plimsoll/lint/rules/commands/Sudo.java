package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.Command;
import java.util.function.Consumer;

/// A `sudo` in RUN.
public final class Sudo implements Rule {
    @Override
    public String id() {
        return "PL-RUN-SUDO";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            for (Command command : run.script().commands()) {
                if (!command.words().isEmpty() && command.words().getFirst().is("sudo")) {
                    found.accept(
                            Violation.at(
                                    command.words().getFirst().span(),
                                    "sudo in a build: USER says who runs what"));
                }
            }
        }
    }
}
