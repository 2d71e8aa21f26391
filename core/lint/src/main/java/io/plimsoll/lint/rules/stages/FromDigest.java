package io.plimsoll.lint.rules.stages;

import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.function.Consumer;

/// An image in FROM with a tag but without a digest.
///
/// Without a tag, and with the tag `latest`, other rules speak.
public final class FromDigest implements Rule {
    @Override
    public String id() {
        return "PL-FROM-DIGEST";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            ImageName.of(file, stage)
                    .filter(image -> image.digest().isEmpty())
                    .filter(image -> !image.tag().isEmpty() && !image.tag().equals("latest"))
                    .ifPresent(image ->
                            found.accept(
                                    Violation.at(
                                            stage.base().span(),
                                            "'"
                                                    + image.name()
                                                    + ":"
                                                    + image.tag()
                                                    + "' is not pinned by a digest")));
        }
    }
}
