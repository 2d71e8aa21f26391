package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A name of a stage with upper case letters.
public final class StageCasing implements Rule {
    @Override
    public String id() {
        return "PL-STAGE-CASING";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            if (stage.name().isEmpty()) {
                continue;
            }
            Word name = stage.from().arguments().list().get(2);
            if (!name.text().equals(stage.name().get())) {
                found.accept(
                        Violation.at(
                                name.span(),
                                "the stage '" + name.text() + "' should be in lower case"));
            }
        }
    }
}
