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
import java.util.regex.Pattern;

/// A JSON form that is none, so that a shell gets it as it stands.
public final class BrokenJson implements Rule {
    @Override
    public String id() {
        return "PL-JSON-BROKEN";
    }

    private static final String QUOTED = "(?:\"[^\"]*+\"|'[^']*+'|\u201c[^\u201d]*+\u201d)";
    private static final Pattern MEANT =
            Pattern.compile("\\[\\s*" + QUOTED + "(?:\\s*,\\s*" + QUOTED + ")*+\\s*,?\\s*\\]");

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

    /// Quoted words with commas between them and nothing else: no test of the shell.
    private static boolean isMeant(String text) {
        return MEANT.matcher(text).matches();
    }
}
