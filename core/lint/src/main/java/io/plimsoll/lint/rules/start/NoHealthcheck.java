package io.plimsoll.lint.rules.start;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// An image without a HEALTHCHECK.
public final class NoHealthcheck implements Rule {
    @Override
    public String id() {
        return "PL-HEALTHCHECK-NONE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Stage> chain = file.finalChain();
        boolean has =
                chain.stream()
                        .flatMap(stage -> stage.instructions().stream())
                        .anyMatch(each -> each.kind() == InstructionKind.HEALTHCHECK);
        if (!chain.isEmpty() && !has) {
            found.accept(
                    Violation.at(
                            chain.getLast().from().keywordSpan(),
                            "no HEALTHCHECK tells whether what runs still works"));
        }
    }
}
