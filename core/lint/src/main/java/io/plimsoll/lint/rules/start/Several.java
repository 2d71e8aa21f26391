package io.plimsoll.lint.rules.start;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// An instruction of which only the last one in a stage counts.
public final class Several implements Rule {
    private final String id;
    private final InstructionKind kind;

    public Several(String id, InstructionKind kind) {
        this.id = id;
        this.kind = kind;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            List<Instruction> all =
                    stage.instructions().stream().filter(each -> each.kind() == kind).toList();
            for (int i = 0; i + 1 < all.size(); i++) {
                found.accept(
                        Violation.at(
                                all.get(i).keywordSpan(),
                                "a later "
                                        + kind
                                        + " in line "
                                        + all.getLast().line()
                                        + " takes its place"));
            }
        }
    }
}
