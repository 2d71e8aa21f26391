package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A base image in place of which one that is near it has fewer vulnerabilities.
public final class FromBetter implements Rule {
    @Override
    public String id() {
        return "PL-FROM-BETTER";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            ImageName.of(file, stage).stream()
                    .map(image -> file.settings().bases().of(file.baseOf(stage).text()))
                    .flatMap(each -> each.better().stream())
                    .forEach(text -> found.accept(Violation.at(stage.base().span(), text)));
        }
    }
}
