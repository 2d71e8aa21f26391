package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// An image for which nothing says who runs in it.
///
/// An image of files alone, upon `scratch`, runs nothing. Base images whose name tells that they have a user of their own count as good.
public final class NoUser implements Rule {
    @Override
    public String id() {
        return "PL-USER-NONE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Stage> chain = file.finalChain();
        if (chain.isEmpty() || RootUser.lastUser(file).isPresent()) {
            return;
        }
        String base = file.baseOf(chain.getFirst()).text();
        boolean hasOwn =
                base.contains("nonroot")
                        || base.contains("rootless")
                        || base.contains("unprivileged");
        boolean isData =
                base.equals("scratch")
                        && chain.stream()
                                .flatMap(stage -> stage.instructions().stream())
                                .noneMatch(NoUser::starts);
        if (!hasOwn && !isData) {
            found.accept(
                    Violation.at(
                            chain.getLast().from().keywordSpan(),
                            "no USER: unless the base image has one, the container runs as root"));
        }
    }

    private static boolean starts(Instruction instruction) {
        return instruction.kind() == InstructionKind.CMD
                || instruction.kind() == InstructionKind.ENTRYPOINT;
    }
}
