package io.plimsoll.lint.rules.packages;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.shell.ShellWord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A call of a package manager: its subcommand and what that is about.
record PackageCall(
        PackageManager manager, Call call, ShellWord subcommand, List<ShellWord> operands) {
    /// A call of one of them; empty for other commands, and where no subcommand is known.
    static Optional<PackageCall> of(Call call) {
        for (PackageManager manager : PackageManager.values()) {
            if (manager.runs(call.program())) {
                return read(manager, call, call.arguments());
            }
        }
        boolean python = call.program().startsWith("python") && call.arguments().size() > 2;
        return python && call.arguments().get(0).is("-m") && call.arguments().get(1).is("pip")
                ? read(
                        PackageManager.PIP,
                        call,
                        call.arguments().subList(2, call.arguments().size()))
                : Optional.empty();
    }

    /// All calls of a manager, in order.
    static List<PackageCall> all(LintedFile file, PackageManager manager) {
        return file.calls()
                .flatMap(call -> of(call).stream())
                .filter(each -> each.manager() == manager)
                .toList();
    }

    /// All calls of a manager in one RUN, in order.
    static List<PackageCall> all(Run run, PackageManager manager) {
        return run.calls().stream()
                .flatMap(call -> of(call).stream())
                .filter(each -> each.manager() == manager)
                .toList();
    }

    boolean isInstall() {
        return manager.installsBy(subcommand.text());
    }

    boolean is(String... subcommands) {
        return List.of(subcommands).contains(subcommand.text());
    }

    /// Puts an option behind the subcommand; nothing where the call is in the JSON form.
    List<Edit> withOption(String option) {
        return call.run().isShell() && subcommand.isBare()
                ? List.of(Edit.after(subcommand.span(), " " + option))
                : List.of();
    }

    private static Optional<PackageCall> read(
            PackageManager manager, Call call, List<ShellWord> arguments) {
        List<ShellWord> operands = new ArrayList<>();
        for (int i = 0; i < arguments.size(); i++) {
            ShellWord word = arguments.get(i);
            if (!word.isOption()) {
                operands.add(word);
            } else if (manager.takesValue(word.text())) {
                i++;
            }
        }
        return operands.isEmpty() || !operands.getFirst().isLiteral()
                ? Optional.empty()
                : Optional.of(
                        new PackageCall(
                                manager,
                                call,
                                operands.getFirst(),
                                operands.subList(1, operands.size())));
    }
}
