package io.plimsoll.lint;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Heredoc;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.Link;
import io.plimsoll.lint.shell.Script;
import io.plimsoll.lint.shell.ScriptReader;
import io.plimsoll.lint.shell.ShellWord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Finds the RUN instructions of a file and reads their scripts.
final class RunReader {
    private static final List<String> USUAL_SHELL = List.of("/bin/sh", "-c");
    private static final Set<String> POSIX = Set.of("sh", "bash", "dash", "ash", "ksh", "zsh");

    private final LintedFile file;
    private final Map<Integer, List<String>> shells = new HashMap<>();
    private final List<Run> runs = new ArrayList<>();

    private RunReader(LintedFile file) {
        this.file = file;
    }

    static List<Run> all(LintedFile file) {
        RunReader reader = new RunReader(file);
        file.stages().forEach(reader::stage);
        return List.copyOf(reader.runs);
    }

    private void stage(Stage stage) {
        List<String> shell =
                file.parentOf(stage)
                        .map(parent -> shells.getOrDefault(parent.index(), USUAL_SHELL))
                        .orElse(USUAL_SHELL);
        for (Instruction instruction : stage.instructions()) {
            Instruction inner =
                    instruction.arguments() instanceof Arguments.Trigger(Instruction waiting)
                            ? waiting
                            : instruction;
            if (inner.kind() == InstructionKind.RUN) {
                Script script = script(inner, instruction.heredocs(), shell);
                runs.add(new Run(stage, inner, shell, !inner.isJson(), script));
            } else if (inner.kind() == InstructionKind.SHELL
                    && inner.arguments() instanceof Arguments.Json(List<Word> words)) {
                shell = words.stream().map(Word::text).toList();
            }
        }
        shells.put(stage.index(), shell);
    }

    private Script script(Instruction run, List<Heredoc> heredocs, List<String> shell) {
        return switch (run.arguments()) {
            case Arguments.Json(List<Word> words) -> command(words);
            case Arguments.Text(Word text) when !isPosix(shell) || file.file().escape() != '\\' ->
                    Script.unread();
            case Arguments.Text(Word text) when isHeredoc(text, heredocs) ->
                    heredoc(heredocs.getFirst());
            case Arguments.Text(Word text) -> {
                int at = run.logical().length() - text.text().length();
                at = Math.max(0, run.logical().lastIndexOf(text.text(), at));
                int start = at;
                yield ScriptReader.read(
                        text.text(),
                        (from, to) -> run.logicalLine().span(start + from, start + to));
            }
            default -> Script.unread();
        };
    }

    /// Whether the document is the script, not the input of a command.
    private static boolean isHeredoc(Word text, List<Heredoc> heredocs) {
        return heredocs.size() == 1
                && text.text().startsWith("<<")
                && text.text().strip().indexOf(' ') < 0;
    }

    private Script heredoc(Heredoc heredoc) {
        String content = heredoc.content();
        int line = content.indexOf('\n');
        String first = line < 0 ? content : content.substring(0, line);
        if (first.startsWith("#!") && POSIX.stream().noneMatch(first.strip()::endsWith)) {
            return Script.unread();
        }
        int start = heredoc.span().start();
        return ScriptReader.read(content, (from, to) -> file.file().span(start + from, start + to));
    }

    /// The JSON form: one command, nothing in it is replaced.
    private static Script command(List<Word> words) {
        List<ShellWord> all =
                words.stream()
                        .map(word -> new ShellWord(word.text(), true, false, word.span()))
                        .toList();
        return new Script(List.of(new Command(List.of(), all, List.of(), Link.END, 0)), true);
    }

    private static boolean isPosix(List<String> shell) {
        String program = shell.isEmpty() ? "" : shell.getFirst();
        return POSIX.contains(program.substring(program.lastIndexOf('/') + 1));
    }
}
