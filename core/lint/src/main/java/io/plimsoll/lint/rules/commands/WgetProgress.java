package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.Call;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A wget that fills the log of the build with its progress.
public final class WgetProgress implements Rule {
    @Override
    public String id() {
        return "PL-RUN-WGET-PROGRESS";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.calls()
                .filter(call -> call.program().equals("wget"))
                .filter(call -> !call.hasUnknownOption() && !call.has("--version", "--help"))
                .filter(call -> !isQuiet(call))
                .forEach(call ->
                        found.accept(
                                new Violation(
                                        call.span(),
                                        "wget draws its progress into the log",
                                        call.run().isShell() && call.word().isBare()
                                                ? List.of(Edit.after(call.span(), " -nv"))
                                                : List.of())));
    }

    private static boolean isQuiet(Call call) {
        boolean letters =
                call.hasLetter('q')
                        || call.hasLetter('o')
                        || call.hasLetter('a')
                        || call.has("-nv");
        return letters
                || call.hasPrefix("--quiet")
                || call.hasPrefix("--no-verbose")
                || call.hasPrefix("--progress")
                || call.hasPrefix("--output-file")
                || call.hasPrefix("--append-output");
    }
}
