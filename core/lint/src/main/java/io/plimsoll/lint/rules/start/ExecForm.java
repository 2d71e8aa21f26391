package io.plimsoll.lint.rules.start;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A CMD or an ENTRYPOINT that runs under a shell.
///
/// Who sets SHELL wants a shell.
public final class ExecForm implements Rule {
    @Override
    public String id() {
        return "PL-EXEC-FORM";
    }

    private static final Set<String> BUILT_IN =
            Set.of(
                    "cd", "exec", "export", "source", ".", "set", "ulimit", "umask", "eval", "exit",
                    "test", "[", ":", "trap", "wait", "read", "unset", "if", "while", "for", "case",
                    "until", "{", "!");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            List<Instruction> all =
                    file.chain(stage).stream()
                            .flatMap(each -> each.instructions().stream())
                            .toList();
            boolean ownShell = all.stream().anyMatch(each -> each.kind() == InstructionKind.SHELL);
            boolean entry =
                    all.stream().anyMatch(each -> each.kind() == InstructionKind.ENTRYPOINT);
            for (Instruction each : stage.instructions()) {
                boolean starts =
                        each.kind() == InstructionKind.CMD
                                || each.kind() == InstructionKind.ENTRYPOINT;
                if (starts && !ownShell && each.arguments() instanceof Arguments.Text(Word text)) {
                    boolean safe = each.kind() == InstructionKind.CMD && !entry;
                    found.accept(
                            new Violation(
                                    each.keywordSpan(),
                                    "a shell stands between: signals do not reach the program",
                                    safe ? fix(file, text) : List.of()));
                }
            }
        }
    }

    /// Plain words are the same with and without a shell.
    private static List<Edit> fix(LintedFile file, Word text) {
        boolean special =
                text.text().chars().anyMatch(c -> "\"'\\`$&|;<>()*?[]{}~#!=%^".indexOf(c) >= 0);
        String[] words = text.text().strip().split("\\s+", -1);
        boolean plain =
                !special
                        && text.span().length() == text.text().length()
                        && file.file().escape() == '\\'
                        && !BUILT_IN.contains(words[0])
                        && text.text().chars().allMatch(c -> c >= ' ' && c < 0x7f);
        return plain
                ? List.of(
                        Edit.replace(
                                text.span(),
                                Stream.of(words)
                                        .map(each -> '"' + each + '"')
                                        .collect(Collectors.joining(", ", "[", "]"))))
                : List.of();
    }
}
