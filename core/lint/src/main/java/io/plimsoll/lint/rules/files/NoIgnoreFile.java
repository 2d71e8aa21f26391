package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.context.BuildContext;
import io.plimsoll.lint.context.IgnoreFile;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The whole context is copied, and nothing says what is to stay outside.
public final class NoIgnoreFile implements Rule {
    @Override
    public String id() {
        return "PL-DOCKERIGNORE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Optional<BuildContext> context = file.settings().context();
        if (context.isEmpty()) {
            return;
        }
        Optional<IgnoreFile> ignore = context.get().ignoreFile();
        if (ignore.isPresent() && !ignore.get().isEmpty()) {
            return;
        }
        Stream.of(InstructionKind.COPY, InstructionKind.ADD)
                .flatMap(file::instructions)
                .filter(NoIgnoreFile::takesAll)
                .min((left, right) -> Integer.compare(left.line(), right.line()))
                .ifPresent(copy ->
                        found.accept(
                                Violation.at(
                                        copy.arguments().list().getFirst().span(),
                                        ignore.isPresent()
                                                ? "the .dockerignore is empty: all of the folder is copied,"
                                                        + " .git and secrets too"
                                                : "no .dockerignore: all of the folder is copied, .git and"
                                                        + " secrets too")));
    }

    private static boolean takesAll(Instruction copy) {
        return copy.flag("--from").isEmpty()
                && copy.arguments().list().size() > 1
                && copy.arguments().list().getFirst().text().matches("\\.?/?\\.?");
    }
}
