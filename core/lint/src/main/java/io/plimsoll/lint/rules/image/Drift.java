package io.plimsoll.lint.rules.image;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.image.BuiltImage;
import java.util.Optional;
import java.util.function.Consumer;

/// An image that was built of something else than the file says.
public final class Drift implements Rule {
    @Override
    public String id() {
        return "PL-IMAGE-DRIFT";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Optional<BuiltImage> image = file.settings().image();
        image.flatMap(built -> ImagePlaces.keyword(file, built.missingLine()))
                .ifPresent(span ->
                        found.accept(
                                Violation.at(
                                        span,
                                        "the history of "
                                                + image.get().reference()
                                                + " does not have this instruction: it was built of"
                                                + " something else")));
    }
}
