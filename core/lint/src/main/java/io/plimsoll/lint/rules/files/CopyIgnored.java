package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.context.BuildContext;
import io.plimsoll.lint.context.IgnoreFile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A COPY or ADD of what `.dockerignore` keeps from the builder.
public final class CopyIgnored implements Rule {
    @Override
    public String id() {
        return "PL-COPY-IGNORED";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Optional<IgnoreFile> ignore = file.settings().context().flatMap(BuildContext::ignoreFile);
        if (ignore.isEmpty()) {
            return;
        }
        Stream.of(InstructionKind.COPY, InstructionKind.ADD)
                .flatMap(file::instructions)
                .filter(each -> each.flag("--from").isEmpty())
                .flatMap(CopyIgnored::sources)
                .filter(word -> isPath(word.text()) && ignore.get().ignores(word.text()))
                .forEach(word ->
                        found.accept(
                                Violation.at(
                                        word.span(),
                                        ".dockerignore keeps '"
                                                + word.text()
                                                + "' from the builder")));
    }

    private static Stream<Word> sources(Instruction instruction) {
        List<Word> words = instruction.arguments().list();
        return words.subList(0, Math.max(0, words.size() - 1)).stream();
    }

    /// No address, no heredoc, nothing with variables or patterns; not the whole context either.
    private static boolean isPath(String source) {
        return !source.contains("://")
                && !source.startsWith("<<")
                && !source.startsWith("git@")
                && source.chars().noneMatch(c -> "$*?[\"'\\".indexOf(c) >= 0)
                && !source.matches("[./]*");
    }
}
