package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.ShellWord;
import java.util.List;
import java.util.function.Consumer;

/// A RUN that does nothing but remove what earlier layers hold.
public final class LateRemoval implements Rule {
    @Override
    public String id() {
        return "PL-RUN-RM";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            List<Call> calls = run.calls();
            boolean onlyRemoves =
                    run.script().isComplete()
                            && !calls.isEmpty()
                            && calls.size() == run.script().commands().size()
                            && !file.isBuilder(run.stage())
                            && run.instruction().flags().isEmpty()
                            && calls.stream().allMatch(LateRemoval::isRemoval);
            if (onlyRemoves) {
                found.accept(
                        Violation.at(
                                calls.getFirst().span(),
                                "what is removed here stays in the layers before, and in the size"));
            }
        }
    }

    /// Of single files that are no cache one cannot tell: they may be hidden on purpose.
    private static boolean isRemoval(Call call) {
        return switch (call.program()) {
            case "rm" -> call.hasLetter('r') || call.hasLetter('R') || call.has("--recursive");
            case "apt-get", "apt", "yum", "dnf", "microdnf", "zypper" ->
                    isCleaning(call.arguments());
            default -> false;
        };
    }

    private static boolean isCleaning(List<ShellWord> arguments) {
        return arguments.stream()
                .filter(each -> !each.isOption())
                .findFirst()
                .filter(each ->
                        List.of("clean", "autoclean", "autoremove", "purge", "remove")
                                .contains(each.text()))
                .isPresent();
    }
}
