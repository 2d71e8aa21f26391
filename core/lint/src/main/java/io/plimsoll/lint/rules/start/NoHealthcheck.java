package io.plimsoll.lint.rules.start;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// An image that starts something and has no HEALTHCHECK.
///
/// An image that leaves the start to its base image may have its check from there too.
public final class NoHealthcheck implements Rule {
    @Override
    public String id() {
        return "PL-HEALTHCHECK-NONE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Stage> chain = file.finalChain();
        Set<InstructionKind> kinds =
                chain.stream()
                        .flatMap(stage -> stage.instructions().stream())
                        .map(Instruction::kind)
                        .collect(Collectors.toSet());
        boolean starts =
                kinds.contains(InstructionKind.CMD) || kinds.contains(InstructionKind.ENTRYPOINT);
        if (starts && !kinds.contains(InstructionKind.HEALTHCHECK)) {
            found.accept(
                    Violation.at(
                            chain.getLast().from().keywordSpan(),
                            "no HEALTHCHECK tells whether what runs still works"));
        }
    }
}
