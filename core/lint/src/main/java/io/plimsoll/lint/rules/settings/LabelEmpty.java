package io.plimsoll.lint.rules.settings;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A label without a value.
public final class LabelEmpty implements Rule {
    @Override
    public String id() {
        return "PL-LABEL-EMPTY";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Labels.all(file)
                .filter(pair -> Labels.plain(pair.value().text()).isEmpty())
                .forEach(pair ->
                        found.accept(
                                Violation.at(
                                        pair.name().span(),
                                        "'"
                                                + Labels.plain(pair.name().text())
                                                + "' says nothing")));
    }
}
