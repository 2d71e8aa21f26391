package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/// A protocol in upper case in EXPOSE.
public final class ExposeCasing implements Rule {
    @Override
    public String id() {
        return "PL-EXPOSE-CASING";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.instructions(InstructionKind.EXPOSE)
                .flatMap(each -> each.arguments().list().stream())
                .filter(word -> word.text().indexOf('/') >= 0 && word.text().indexOf('$') < 0)
                .filter(word -> !word.text().equals(word.text().toLowerCase(Locale.ROOT)))
                .forEach(word ->
                        found.accept(
                                new Violation(
                                        word.span(),
                                        "the protocol should be in lower case",
                                        List.of(
                                                Edit.replace(
                                                        word.span(),
                                                        word.text().toLowerCase(Locale.ROOT))))));
    }
}
