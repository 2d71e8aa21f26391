package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An image in FROM without a tag or a digest.
public final class FromTag implements Rule {
    @Override
    public String id() {
        return "PL-FROM-TAG";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            ImageName.of(file, stage)
                    .filter(image -> image.tag().isEmpty() && image.digest().isEmpty())
                    .ifPresent(image ->
                            found.accept(
                                    Violation.at(
                                            stage.base().span(),
                                            "'"
                                                    + image.name()
                                                    + "' has no tag: which version it is"
                                                    + " changes from build to build")));
        }
    }
}
