package io.plimsoll.lint.rules.image;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.image.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Packages that, as their own package manager has it, nothing needs any longer.
public final class Unneeded implements Rule {
    @Override
    public String id() {
        return "PL-IMAGE-UNNEEDED";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Optional<BuiltImage> image = file.settings().image();
        if (image.isEmpty()) {
            return;
        }
        List<BuiltPackage> unneeded =
                image.get().packages().values().stream().filter(BuiltPackage::isUnneeded).toList();
        ImagePlaces.byPlace(file, unneeded)
                .forEach((line, packages) ->
                        ImagePlaces.keyword(file, OptionalInt.of(line))
                                .ifPresent(span ->
                                        found.accept(Violation.at(span, message(packages)))));
    }

    private static String message(List<BuiltPackage> packages) {
        Selection all = Selection.of(packages);
        return "nothing needs " + all.names() + " any longer (" + all.cost() + ")";
    }
}
