package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A stage of a FROM alone that no other stage builds on.
///
/// The last one may choose a stage as the result.
public final class StageEmpty implements Rule {
    @Override
    public String id() {
        return "PL-STAGE-EMPTY";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        List<Stage> stages = file.stages();
        for (Stage stage : stages) {
            boolean isResult =
                    stage.index() == stages.size() - 1 && file.parentOf(stage).isPresent();
            // A name may be meant for --from, for other stages, or for --target.
            boolean isNamed = stage.name().isPresent() || isNumbered(file, stage);
            if (stage.instructions().isEmpty() && !isResult && !isNamed) {
                found.accept(
                        Violation.at(
                                stage.from().keywordSpan(),
                                stages.size() == 1
                                        ? "the image is the base image and nothing else"
                                        : "a stage without instructions and without a name"));
            }
        }
    }

    private static boolean isNumbered(LintedFile file, Stage stage) {
        return CopyFrom.all(file).stream()
                .anyMatch(copy -> copy.value().equals("" + stage.index()));
    }
}
