package io.plimsoll.dockerfile;

import java.util.List;

/// An instruction as a build carries it out.
///
/// @param instruction what stands in the file
/// @param words its arguments with their variables replaced: names and values of ENV, LABEL and ARG in
///     turn, an ARG without a value by its name alone; of instructions that replace none, as they stand
/// @param shell the command that runs the shell form
public record Step(Instruction instruction, List<Expansion> words, List<String> shell) {
    public Step {
        words = List.copyOf(words);
        shell = List.copyOf(shell);
    }
}
