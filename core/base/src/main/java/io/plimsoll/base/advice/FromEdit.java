package io.plimsoll.base.advice;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Word;
import java.util.List;

/// Puts another image into a FROM of a Dockerfile and leaves every other byte as it is.
public final class FromEdit {
    private FromEdit() {}

    /// The bytes of the changed file.
    ///
    /// @param line of the FROM, from 1
    /// @param reference what stands there afterwards
    /// @throws IllegalArgumentException if no FROM stands there, or an argument gives its image
    public static byte[] apply(Dockerfile file, int line, String reference) {
        Instruction from =
                file.instructions().stream()
                        .filter(each -> each.kind() == InstructionKind.FROM)
                        .filter(each -> each.line() == line)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalArgumentException("no FROM stands on line " + line));
        Word image = from.arguments().list().getFirst();
        if (image.text().indexOf('$') >= 0) {
            throw new IllegalArgumentException(
                    "line "
                            + line
                            + ": the image of FROM is "
                            + image.text()
                            + ": change its ARG, or give it with --build-arg, to "
                            + reference);
        }
        return file.replaced(List.of(image.span()), List.of(reference));
    }
}
