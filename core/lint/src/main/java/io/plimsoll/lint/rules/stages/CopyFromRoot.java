package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A COPY of a whole stage or image into another one.
///
/// Upon `scratch` it is how layers are made one. Stages and images of files alone are there to be copied as
/// a whole: a stage is taken for a system where something runs in it.
public final class CopyFromRoot implements Rule {
    @Override
    public String id() {
        return "PL-COPY-FROM-ROOT";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            if (file.baseOf(file.chain(stage).getFirst()).text().equals("scratch")) {
                continue;
            }
            file.instructions(stage, InstructionKind.COPY)
                    .filter(copy ->
                            copy.flag("--from")
                                    .flatMap(file::named)
                                    .filter(from -> isSystem(file, from))
                                    .isPresent())
                    .forEach(copy -> {
                        List<Word> words = copy.arguments().list();
                        words.stream()
                                .limit(Math.max(0, words.size() - 1))
                                .filter(word -> word.text().matches("/[./]*\\*?"))
                                .findFirst()
                                .ifPresent(word ->
                                        found.accept(
                                                Violation.at(
                                                        word.span(),
                                                        "all files of the other stage come along")));
                    });
        }
    }

    private static boolean isSystem(LintedFile file, Stage from) {
        return file.chain(from).stream().anyMatch(each -> !file.runs(each).isEmpty());
    }
}
