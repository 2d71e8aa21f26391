package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An ONBUILD with an instruction that cannot wait.
public final class OnbuildNested implements Rule {
    @Override
    public String id() {
        return "PL-ONBUILD-NESTED";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            for (Instruction each : stage.instructions()) {
                if (each.arguments() instanceof Arguments.Trigger(Instruction waiting)
                        && isForbidden(waiting.kind())) {
                    found.accept(
                            Violation.at(
                                    waiting.keywordSpan(),
                                    "'" + waiting.keyword() + "' cannot stand behind ONBUILD"));
                }
            }
        }
    }

    private static boolean isForbidden(InstructionKind kind) {
        return kind == InstructionKind.ONBUILD
                || kind == InstructionKind.FROM
                || kind == InstructionKind.MAINTAINER;
    }
}
