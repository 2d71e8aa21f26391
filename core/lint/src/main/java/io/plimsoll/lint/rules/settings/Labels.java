package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import java.util.List;
import java.util.stream.Stream;

/// The labels of a file.
final class Labels {
    private Labels() {}

    static Stream<Arguments.Pair> all(LintedFile file) {
        return file.instructions(InstructionKind.LABEL).flatMap(Labels::pairs);
    }

    static Stream<Arguments.Pair> all(LintedFile file, Stage stage) {
        return file.instructions(stage, InstructionKind.LABEL).flatMap(Labels::pairs);
    }

    /// Whether nothing in it is replaced.
    static boolean isKnown(String text) {
        return text.indexOf('$') < 0;
    }

    /// The text without quotes around it.
    static String plain(String text) {
        boolean quoted =
                text.length() > 1
                        && (text.charAt(0) == '"' || text.charAt(0) == '\'')
                        && text.charAt(text.length() - 1) == text.charAt(0);
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private static Stream<Arguments.Pair> pairs(Instruction label) {
        return label.arguments() instanceof Arguments.Pairs(List<Arguments.Pair> pairs)
                ? pairs.stream()
                : Stream.empty();
    }
}
