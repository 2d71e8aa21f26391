package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// The instructions of a file by stages.
///
/// @param globals ARG before the first FROM
record StageSplit(List<Instruction> globals, List<Stage> stages) {
    StageSplit {
        globals = List.copyOf(globals);
        stages = List.copyOf(stages);
    }

    /// What stands before the first FROM and is no ARG belongs to no stage and is a problem, as is a
    /// FROM that names no base.
    static StageSplit of(List<Instruction> instructions, Consumer<SyntaxProblem> problems) {
        List<Instruction> globals = new ArrayList<>();
        List<Stage> stages = new ArrayList<>();
        int at = 0;
        while (at < instructions.size() && !isStage(instructions.get(at))) {
            Instruction early = instructions.get(at++);
            if (early.kind() == InstructionKind.ARG) {
                globals.add(early);
            } else if (early.kind() != InstructionKind.FROM) {
                problems.accept(
                        new SyntaxProblem(
                                "'" + early.keyword() + "' stands before the first FROM",
                                early.keywordSpan()));
            }
        }
        while (at < instructions.size()) {
            int end = at + 1;
            while (end < instructions.size() && !isStage(instructions.get(end))) {
                end++;
            }
            stages.add(stage(stages.size(), instructions.subList(at, end)));
            at = end;
        }
        return new StageSplit(globals, stages);
    }

    private static boolean isStage(Instruction instruction) {
        return instruction.kind() == InstructionKind.FROM
                && !instruction.arguments().list().isEmpty();
    }

    private static Stage stage(int index, List<Instruction> instructions) {
        Instruction from = instructions.getFirst();
        List<Word> words = from.arguments().list();
        boolean named = words.size() >= 3 && words.get(1).text().equalsIgnoreCase("as");
        return new Stage(
                index,
                from,
                words.getFirst(),
                named
                        ? Optional.of(words.get(2).text().toLowerCase(Locale.ROOT))
                        : Optional.empty(),
                instructions.subList(1, instructions.size()));
    }
}
