package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Element;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// Several RUN one after another.
///
/// A comment, an empty line, a heredoc or a mount between them says that it is on purpose.
public final class ConsecutiveRuns implements Rule {
    @Override
    public String id() {
        return "PL-RUN-CONSECUTIVE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Element> elements = file.file().elements();
        for (int i = 1; i < elements.size(); i++) {
            if (isPlainRun(elements.get(i))
                    && isPlainRun(elements.get(i - 1))
                    && file.stageAt(elements.get(i).span()).filter(file::isBuilder).isEmpty()
                    && (i < 2 || !isPlainRun(elements.get(i - 2)))) {
                found.accept(
                        Violation.at(
                                file.file()
                                        .span(
                                                elements.get(i).span().start(),
                                                elements.get(i).span().start() + "RUN".length()),
                                "each RUN is a layer: this one could go on with the one before"));
            }
        }
    }

    private static boolean isPlainRun(Element element) {
        return element instanceof Instruction run
                && run.kind() == InstructionKind.RUN
                && run.heredocs().isEmpty()
                && run.flags().isEmpty()
                && !run.isJson();
    }
}
