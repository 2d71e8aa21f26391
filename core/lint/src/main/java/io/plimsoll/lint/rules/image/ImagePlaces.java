package io.plimsoll.lint.rules.image;

import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.image.BuiltPackage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/// Where in a file the packages of its image come from.
final class ImagePlaces {
    private ImagePlaces() {}

    /// Packages by the place that brought them: the keyword of their instruction, or of the FROM that names
    /// the base image; where the instruction is not known, of the last FROM.
    static Map<Integer, List<BuiltPackage>> byPlace(LintedFile file, List<BuiltPackage> packages) {
        Map<Integer, List<BuiltPackage>> places = new TreeMap<>();
        List<Stage> chain = file.finalChain();
        for (BuiltPackage each : chain.isEmpty() ? List.<BuiltPackage>of() : packages) {
            int line =
                    each.line().isPresent()
                            ? each.line().getAsInt()
                            : (each.isOwn() ? chain.getLast() : chain.getFirst()).from().line();
            places.computeIfAbsent(line, any -> new ArrayList<>()).add(each);
        }
        return places;
    }

    /// The keyword of the instruction that begins on a line.
    static Optional<Span> keyword(LintedFile file, OptionalInt line) {
        return line.isEmpty()
                ? Optional.empty()
                : file.file().instructions().stream()
                        .filter(each -> each.line() == line.getAsInt())
                        .map(Instruction::keywordSpan)
                        .findFirst();
    }
}
