package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Run;
import io.plimsoll.lint.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// An archive that is copied into a layer and unpacked into the next one.
public final class AddArchive implements Rule {
    @Override
    public String id() {
        return "PL-ADD-ARCHIVE";
    }

    /// What ADD unpacks by itself.
    private static final List<String> ARCHIVES =
            List.of(".tar", ".tar.gz", ".tgz", ".tar.bz2", ".tbz2", ".tar.xz", ".txz");

    private static final Set<String> READERS = Set.of("tar", "bsdtar", "gunzip", "unxz", "bunzip2");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            if (file.isBuilder(stage)) {
                continue;
            }
            Map<String, Word> copied = new HashMap<>();
            file.instructions(stage, InstructionKind.COPY)
                    .filter(copy -> copy.flag("--from").isEmpty())
                    .forEach(copy -> collect(copy, copied));
            for (Run run : copied.isEmpty() ? List.<Run>of() : file.runs(stage)) {
                run.calls().stream()
                        .filter(call -> READERS.contains(call.program()))
                        .flatMap(call -> call.arguments().stream())
                        .map(word -> copied.remove(name(word.text())))
                        .filter(archive -> archive != null)
                        .forEach(archive ->
                                found.accept(
                                        Violation.at(
                                                archive.span(),
                                                "the archive stays in a layer after line "
                                                        + run.instruction().line()
                                                        + " has unpacked it: ADD unpacks without"
                                                        + " that")));
            }
        }
    }

    private static void collect(Instruction copy, Map<String, Word> copied) {
        List<Word> words = copy.arguments().list();
        for (Word word : words.subList(0, Math.max(0, words.size() - 1))) {
            String name = name(word.text());
            if (ARCHIVES.stream().anyMatch(name::endsWith) && name.indexOf('*') < 0) {
                copied.put(name, word);
                String target = name(words.getLast().text());
                if (ARCHIVES.stream().anyMatch(target::endsWith)) {
                    copied.put(target, word);
                }
            }
        }
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
