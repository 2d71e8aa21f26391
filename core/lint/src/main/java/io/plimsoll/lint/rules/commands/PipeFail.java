package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.Link;
import java.util.Set;
import java.util.function.Consumer;

/// A pipeline whose first command may fail without the build noticing.
public final class PipeFail implements Rule {
    @Override
    public String id() {
        return "PL-RUN-PIPEFAIL";
    }

    private static final Set<String> SAFE = Set.of("echo", "printf", "yes", "true", ":");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            boolean covered =
                    run.shell().stream().anyMatch(each -> each.contains("pipefail"))
                            || !run.isShell()
                            || run.script().commands().stream().anyMatch(PipeFail::setsIt);
            if (!covered) {
                run.calls().stream()
                        .filter(call -> call.command().after() == Link.PIPE)
                        .filter(call -> call.command().depth() == 0)
                        .filter(call -> !SAFE.contains(call.program()))
                        .findFirst()
                        .ifPresent(call ->
                                found.accept(
                                        Violation.at(
                                                call.span(),
                                                "if '"
                                                        + call.program()
                                                        + "' fails, the pipeline succeeds all the"
                                                        + " same")));
            }
        }
    }

    private static boolean setsIt(Command command) {
        return command.words().stream().anyMatch(each -> each.is("pipefail"));
    }
}
