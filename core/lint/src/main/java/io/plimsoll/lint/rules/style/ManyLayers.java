package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// An image of more layers than it needs.
public final class ManyLayers implements Rule {
    @Override
    public String id() {
        return "PL-LAYERS-MANY";
    }

    /// Layers of one's own in the image, beyond which each one costs time at every start and push. A file
    /// system of overlays takes no more than 127 in all, the base image's among them.
    private static final int MOST = 40;

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Instruction> layers =
                file.finalChain().stream()
                        .map(Stage::instructions)
                        .flatMap(List::stream)
                        .filter(ManyLayers::makesOne)
                        .toList();
        if (layers.size() > MOST) {
            found.accept(
                    Violation.at(
                            layers.get(MOST).keywordSpan(),
                            layers.size()
                                    + " instructions make a layer each, this is the first of more than "
                                    + MOST));
        }
    }

    private static boolean makesOne(Instruction instruction) {
        return instruction.kind() == InstructionKind.RUN
                || instruction.kind() == InstructionKind.COPY
                || instruction.kind() == InstructionKind.ADD;
    }
}
