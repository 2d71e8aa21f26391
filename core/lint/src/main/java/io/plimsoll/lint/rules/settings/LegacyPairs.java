package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// The old form `ENV name value`, and that of LABEL.
public final class LegacyPairs implements Rule {
    @Override
    public String id() {
        return "PL-ENV-LEGACY";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Stream.of(InstructionKind.ENV, InstructionKind.LABEL)
                .flatMap(file::instructions)
                .forEach(instruction -> {
                    if (instruction.arguments()
                                    instanceof Arguments.Pairs(List<Arguments.Pair> pairs)
                            && !pairs.getFirst().equals()) {
                        Arguments.Pair pair = pairs.getFirst();
                        found.accept(
                                new Violation(
                                        pair.name().span(),
                                        "'=' is missing between '"
                                                + pair.name().text()
                                                + "' and its value",
                                        fix(file, pair)));
                    }
                });
    }

    /// What is quoted already stays; what needs quotes gets them; nothing where it is both.
    private static List<Edit> fix(LintedFile file, Arguments.Pair pair) {
        String value = pair.value().text();
        int nameEnd = pair.name().span().end();
        int valueStart = pair.value().span().start();
        Span gap = file.file().span(nameEnd, valueStart);
        Span whole = file.file().span(gap.start(), pair.value().span().end());
        boolean oneLine = file.file().text(whole).indexOf('\n') < 0;
        boolean spaces = value.chars().anyMatch(Character::isWhitespace);
        boolean marks = value.chars().anyMatch(c -> "\"'\\`#".indexOf(c) >= 0);
        if (value.isEmpty() || !oneLine || (spaces && marks)) {
            return List.of();
        }
        return spaces
                ? List.of(
                        new Edit(gap.start(), gap.end(), "=\""),
                        Edit.after(pair.value().span(), "\""))
                : List.of(new Edit(gap.start(), gap.end(), "="));
    }
}
