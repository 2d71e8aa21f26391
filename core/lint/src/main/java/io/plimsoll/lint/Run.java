package io.plimsoll.lint;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.shell.Command;
import io.plimsoll.lint.shell.Link;
import io.plimsoll.lint.shell.Script;
import java.util.ArrayList;
import java.util.List;

/// A RUN instruction and what it runs.
///
/// @param stage that it belongs to
/// @param shell the command that runs the shell form
/// @param isShell false for the JSON form, which no shell sees
public record Run(
        Stage stage, Instruction instruction, List<String> shell, boolean isShell, Script script) {
    public Run {
        shell = List.copyOf(shell);
    }

    /// Each command that names its program, in order.
    public List<Call> calls() {
        List<Call> calls = new ArrayList<>();
        boolean isFed = false;
        for (Command command : script.commands()) {
            Call.of(this, command, isFed).ifPresent(calls::add);
            isFed = command.after() == Link.PIPE;
        }
        return List.copyOf(calls);
    }

    /// Whether a folder is a mount of this RUN, so that nothing in it gets into the image.
    public boolean mounts(String folder) {
        return instruction.flags().stream()
                .filter(flag -> flag.name().equals("--mount"))
                .map(flag -> flag.value().orElse(""))
                .filter(value -> value.contains("type=cache") || value.contains("type=tmpfs"))
                .flatMap(value -> List.of(value.split(",", -1)).stream())
                .map(option -> option.substring(option.indexOf('=') + 1))
                .anyMatch(target ->
                        target.startsWith("/")
                                && (folder + "/").startsWith(target.replaceAll("/+$", "") + "/"));
    }
}
