package io.plimsoll.dockerfile;

import java.util.List;
import java.util.Optional;

/// A stage of a build: a FROM and what follows it.
///
/// @param index from 0
/// @param from its FROM
/// @param base the image or stage that it is built on, as it is written
/// @param name in lower case, as builders compare it; empty where it has none
/// @param instructions without the FROM
public record Stage(
        int index,
        Instruction from,
        Word base,
        Optional<String> name,
        List<Instruction> instructions) {
    public Stage {
        instructions = List.copyOf(instructions);
    }

    /// The value of `--platform`, as it is written.
    public Optional<String> platform() {
        return from.flag("--platform");
    }
}
