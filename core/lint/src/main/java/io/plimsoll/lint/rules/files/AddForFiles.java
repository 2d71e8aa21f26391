package io.plimsoll.lint.rules.files;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// An ADD of plain files.
public final class AddForFiles implements Rule {
    @Override
    public String id() {
        return "PL-ADD-COPY";
    }

    private static final Set<String> ARCHIVES =
            Set.of(
                    "tar", "gz", "tgz", "bz2", "tbz", "tbz2", "xz", "txz", "lzma", "tlz", "zst",
                    "tzst", "z", "lz");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            file.instructions(stage, InstructionKind.ADD)
                    .filter(AddForFiles::isPlain)
                    .forEach(add -> found.accept(violation(add)));
        }
    }

    private static Violation violation(Instruction add) {
        boolean lower = add.keyword().equals("add");
        return new Violation(
                add.keywordSpan(),
                "ADD fetches and unpacks: COPY does what is meant here",
                isSafe(add)
                        ? List.of(Edit.replace(add.keywordSpan(), lower ? "copy" : "COPY"))
                        : List.of());
    }

    private static boolean isPlain(Instruction add) {
        List<Word> words = add.arguments().list();
        boolean flagged =
                add.flags().stream()
                        .anyMatch(flag ->
                                !Set.of("--chown", "--chmod", "--link", "--exclude")
                                        .contains(flag.name()));
        return words.size() > 1
                && !flagged
                && words.subList(0, words.size() - 1).stream()
                        .allMatch(word -> isPlain(word.text()));
    }

    private static boolean isPlain(String source) {
        String text = source.replace("\"", "").toLowerCase(Locale.ROOT);
        boolean remote = text.contains("://") || text.startsWith("git@") || text.endsWith(".git");
        boolean unknown = text.indexOf('$') >= 0 || text.startsWith("<<");
        return !remote && !unknown && !ARCHIVES.contains(extension(text));
    }

    /// Whether it is certain that none of the sources is an archive: those are known by their content.
    private static boolean isSafe(Instruction add) {
        List<Word> words = add.arguments().list();
        return words.subList(0, words.size() - 1).stream()
                .map(Word::text)
                .allMatch(text ->
                        text.equals(".")
                                || text.endsWith("/")
                                || (!extension(text).isEmpty() && text.indexOf('*') < 0));
    }

    private static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.substring(name.lastIndexOf('.') + 1).equals(name)
                ? ""
                : name.substring(name.lastIndexOf('.') + 1);
    }
}
