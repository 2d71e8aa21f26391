package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/// An image whose last USER is root.
public final class RootUser implements Rule {
    @Override
    public String id() {
        return "PL-USER-ROOT";
    }

    private static final Set<String> ROOT =
            Set.of("root", "0", "root:root", "0:0", "root:0", "0:root");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        lastUser(file)
                .flatMap(each -> each.arguments().last())
                .filter(word -> ROOT.contains(word.text().replace("\"", "")))
                .ifPresent(word ->
                        found.accept(Violation.at(word.span(), "the container runs as root")));
    }

    /// The USER that holds in the image.
    static Optional<Instruction> lastUser(LintedFile file) {
        return file.finalChain().stream()
                .flatMap(stage -> stage.instructions().stream())
                .filter(each -> each.kind() == InstructionKind.USER)
                .reduce((first, second) -> second);
    }
}
