package io.plimsoll.lint.rules.start;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A JSON form that is none, so that a shell gets it as it stands.
public final class BrokenJson implements Rule {
    @Override
    public String id() {
        return "PL-JSON-BROKEN";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            for (Instruction each : stage.instructions()) {
                boolean takesJson =
                        each.kind() == InstructionKind.CMD
                                || each.kind() == InstructionKind.ENTRYPOINT
                                || each.kind() == InstructionKind.RUN;
                if (takesJson
                        && each.arguments() instanceof Arguments.Text(Word text)
                        && isMeant(text.text().strip())) {
                    found.accept(
                            Violation.at(
                                    text.span(),
                                    "no valid JSON: a shell gets the brackets and quotes as they"
                                            + " stand"));
                }
            }
        }
    }

    /// A bracket with a quote behind it is no test of the shell.
    private static boolean isMeant(String text) {
        return text.startsWith("[")
                && text.endsWith("]")
                && !text.startsWith("[[")
                && text.substring(1).strip().matches("(?s)[\"'\u201c\u2018].*");
    }
}
