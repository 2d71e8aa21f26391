package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;

/// Two stages of one name.
public final class StageDuplicate implements Rule {
    @Override
    public String id() {
        return "PL-STAGE-DUPLICATE";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Set<String> names = new HashSet<>();
        for (Stage stage : file.stages()) {
            stage.name()
                    .filter(name -> !names.add(name))
                    .ifPresent(name ->
                            found.accept(
                                    Violation.at(
                                            stage.from().arguments().list().get(2).span(),
                                            "there is a stage '" + name + "' already")));
        }
    }
}
