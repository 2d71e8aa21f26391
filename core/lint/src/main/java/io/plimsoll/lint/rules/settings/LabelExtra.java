package io.plimsoll.lint.rules.settings;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// A label that is not among those that an image may have.
public final class LabelExtra implements Rule {
    @Override
    public String id() {
        return "PL-LABEL-EXTRA";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        if (!file.settings().strictLabels()) {
            return;
        }
        Labels.all(file)
                .filter(pair -> Labels.isKnown(pair.name().text()))
                .filter(pair ->
                        !file.settings().labels().containsKey(Labels.plain(pair.name().text())))
                .forEach(pair ->
                        found.accept(
                                Violation.at(
                                        pair.name().span(),
                                        "'"
                                                + Labels.plain(pair.name().text())
                                                + "' is no label of ours")));
    }
}
