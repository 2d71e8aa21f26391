package io.plimsoll.lint.rules.style;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.Edit;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.List;
import java.util.function.Consumer;

/// A MAINTAINER, which labels have replaced.
public final class Maintainer implements Rule {
    @Override
    public String id() {
        return "PL-MAINTAINER";
    }

    private static final String LABEL = "org.opencontainers.image.authors";

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        file.instructions(InstructionKind.MAINTAINER)
                .forEach(each ->
                        found.accept(
                                new Violation(
                                        each.keywordSpan(),
                                        "MAINTAINER is deprecated: the label "
                                                + LABEL
                                                + " says the same",
                                        fix(each))));
    }

    private static List<Edit> fix(Instruction maintainer) {
        if (!(maintainer.arguments() instanceof Arguments.Text(Word text))
                || text.span().length() != text.text().length()) {
            return List.of();
        }
        String value = text.text();
        boolean quoted =
                value.length() > 1
                        && value.startsWith("\"")
                        && value.indexOf('"', 1) == value.length() - 1;
        String inner = quoted ? value.substring(1, value.length() - 1) : value;
        if (inner.chars().anyMatch(c -> "\"\\`$".indexOf(c) >= 0)) {
            return List.of();
        }
        boolean lower = maintainer.keyword().equals("maintainer");
        return List.of(
                Edit.replace(maintainer.keywordSpan(), lower ? "label" : "LABEL"),
                Edit.replace(text.span(), LABEL + "=\"" + inner + "\""));
    }
}
