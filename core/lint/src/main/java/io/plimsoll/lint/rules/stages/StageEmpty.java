package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

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
        Set<String> copied =
                CopyFrom.all(file).stream().map(CopyFrom::value).collect(Collectors.toSet());
        for (Stage stage : stages) {
            boolean isResult =
                    stage.index() == stages.size() - 1 && file.parentOf(stage).isPresent();
            // A name may be meant for --from, for other stages, or for --target.
            boolean isNamed = stage.name().isPresent() || copied.contains("" + stage.index());
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
}
