package io.plimsoll.lint.rules.stages;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A COPY from the stage that it stands in.
public final class CopyFromSelf implements Rule {
    @Override
    public String id() {
        return "PL-COPY-FROM-SELF";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (CopyFrom copy : CopyFrom.all(file)) {
            copy.target(file)
                    .filter(target -> target.index() == copy.stage().index())
                    .ifPresent(target ->
                            found.accept(
                                    Violation.at(
                                            copy.flag().span(),
                                            "'" + copy.value() + "' is this very stage")));
        }
    }
}
