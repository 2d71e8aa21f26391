package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A base image whose distribution or software is no longer supported.
public final class FromEnded implements Rule {
    @Override
    public String id() {
        return "PL-FROM-EOL";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            ImageName.of(file, stage).stream()
                    .map(image -> file.settings().bases().of(file.baseOf(stage).text()))
                    .forEach(each ->
                            each.over()
                                    .forEach(text ->
                                            found.accept(Violation.at(stage.base().span(), text))));
        }
    }
}
