package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Set;
import java.util.function.Consumer;

/// A variable in FROM that no ARG before the first FROM declares.
public final class FromArgument implements Rule {
    @Override
    public String id() {
        return "PL-FROM-ARG";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Set<String> declared = FromArgumentDefault.declared(file);
        for (Stage stage : file.stages()) {
            for (String name : file.baseOf(stage).missing()) {
                if (!declared.contains(name)) {
                    found.accept(
                            Violation.at(
                                    stage.base().span(),
                                    "no ARG before the first FROM declares '" + name + "'"));
                }
            }
        }
    }
}
