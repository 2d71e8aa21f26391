package io.plimsoll.lint.rules.image;

import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import io.plimsoll.lint.image.BuildTools;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.BuiltPackage;
import io.plimsoll.lint.image.Selection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/// Tools for building in the image that is run.
public final class LeftTools implements Rule {
    @Override
    public String id() {
        return "PL-IMAGE-BUILD-TOOLS";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Optional<BuiltImage> image = file.settings().image();
        if (image.isEmpty()) {
            return;
        }
        BuildTools table = BuildTools.load();
        String type = image.get().packageType();
        List<BuiltPackage> tools =
                image.get().packages().values().stream()
                        .filter(each -> table.has(type, each.name()))
                        .toList();
        ImagePlaces.byPlace(file, tools)
                .forEach((line, packages) ->
                        ImagePlaces.keyword(file, OptionalInt.of(line))
                                .ifPresent(span ->
                                        found.accept(Violation.at(span, message(packages)))));
    }

    private static String message(List<BuiltPackage> packages) {
        Selection tools = Selection.of(packages);
        String from = packages.getFirst().isOwn() ? "" : " from the base image";
        return "tools for building stay in the image"
                + from
                + ": "
                + tools.names()
                + " ("
                + tools.cost()
                + ")";
    }
}
