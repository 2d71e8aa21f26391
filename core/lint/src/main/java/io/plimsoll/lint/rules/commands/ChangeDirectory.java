package io.plimsoll.lint.rules.commands;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.ShellWord;
import java.util.List;
import java.util.function.Consumer;

/// A `cd` in RUN that WORKDIR could say.
///
/// A `cd` in a subshell, and one that is not the first command, has other reasons.
public final class ChangeDirectory implements Rule {
    @Override
    public String id() {
        return "PL-RUN-CD";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Run run : file.runs()) {
            run.script().commands().stream()
                    .findFirst()
                    .filter(command -> command.depth() == 0 && isConstant(command))
                    .ifPresent(command ->
                            found.accept(
                                    Violation.at(
                                            command.words().getFirst().span(),
                                            "the RUN begins in '"
                                                    + command.words().get(1).text()
                                                    + "': WORKDIR says so for all that follows")));
        }
    }

    private static boolean isConstant(Command command) {
        List<ShellWord> words = command.words();
        return words.size() == 2
                && words.get(0).is("cd")
                && words.get(1).isLiteral()
                && words.get(1).text().startsWith("/");
    }
}
