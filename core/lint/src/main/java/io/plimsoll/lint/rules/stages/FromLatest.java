package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An image in FROM with the tag `latest`.
public final class FromLatest implements Rule {
    @Override
    public String id() {
        return "PL-FROM-LATEST";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            ImageName.of(file, stage)
                    .filter(image -> image.tag().equals("latest") && image.digest().isEmpty())
                    .ifPresent(image ->
                            found.accept(
                                    Violation.at(
                                            stage.base().span(),
                                            "'"
                                                    + image.name()
                                                    + ":latest' is another image after"
                                                    + " each release")));
        }
    }
}
