package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/// An EXPOSE of the port of SSH.
public final class ExposeSsh implements Rule {
    @Override
    public String id() {
        return "PL-EXPOSE-SSH";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.instructions(InstructionKind.EXPOSE)
                .flatMap(each -> each.arguments().list().stream())
                .filter(word ->
                        Set.of("22", "22/tcp").contains(word.text().toLowerCase(Locale.ROOT)))
                .forEach(word ->
                        found.accept(
                                Violation.at(
                                        word.span(),
                                        "port 22 is SSH's: a container is entered from outside")));
    }
}
