package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Set;
import java.util.function.Consumer;

/// A stage of a name that means something else.
///
/// Source: BuildKit, `frontend/dockerfile/linter/ruleset.go`, rule `ReservedStageName`.
public final class StageReserved implements Rule {
    @Override
    public String id() {
        return "PL-STAGE-RESERVED";
    }

    private static final Set<String> RESERVED = Set.of("scratch", "context");

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            stage.name()
                    .filter(RESERVED::contains)
                    .ifPresent(name ->
                            found.accept(
                                    Violation.at(
                                            stage.from().arguments().list().get(2).span(),
                                            "'" + name + "' is reserved and names no stage")));
        }
    }
}
