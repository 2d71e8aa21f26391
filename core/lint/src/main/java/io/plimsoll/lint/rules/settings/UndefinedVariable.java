package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Span;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// A variable that is declared somewhere else in the file but not where it is used.
///
/// What the base image sets is not known, so that a name that the file never declares may be good.
public final class UndefinedVariable implements Rule {
    @Override
    public String id() {
        return "PL-VARIABLE-UNDEFINED";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        Set<String> somewhere = new HashSet<>();
        file.file().globalArguments().forEach(each -> somewhere.addAll(names(each)));
        for (Stage stage : file.stages()) {
            stage.instructions().forEach(each -> somewhere.addAll(names(each)));
        }
        for (Stage stage : file.stages()) {
            Set<String> here = new HashSet<>();
            for (Stage part : file.chain(stage)) {
                for (Instruction each : part.instructions()) {
                    if (part.index() == stage.index()) {
                        used(file, each).stream()
                                .filter(name -> somewhere.contains(name) && !here.contains(name))
                                .forEach(name -> found.accept(violation(each, name)));
                    }
                    here.addAll(names(each));
                }
            }
        }
    }

    private static Violation violation(Instruction instruction, String name) {
        Span place =
                instruction.arguments().list().stream()
                        .filter(word -> word.text().contains(name))
                        .findFirst()
                        .map(Word::span)
                        .orElse(instruction.keywordSpan());
        return Violation.at(
                place, "'" + name + "' is not declared in this stage before, only elsewhere");
    }

    /// The variables without a value that the builder itself replaces. What an ENV goes on from has a
    /// value in the base image.
    private static Set<String> used(LintedFile file, Instruction instruction) {
        Set<String> own =
                Set.copyOf(
                        instruction.kind() == InstructionKind.ENV ? names(instruction) : List.of());
        return switch (instruction.kind()) {
            case ADD, COPY, ENV, EXPOSE, LABEL, STOPSIGNAL, USER, VOLUME, WORKDIR ->
                    instruction.arguments().list().stream()
                            .map(word -> Expansion.of(word.text(), file.file().escape(), Map.of()))
                            .filter(each -> each.problem().isEmpty())
                            .flatMap(each -> each.missing().stream())
                            .filter(name -> !name.equals("PATH") && !own.contains(name))
                            .collect(Collectors.toSet());
            default -> Set.of();
        };
    }

    private static List<String> names(Instruction instruction) {
        return switch (instruction.kind()) {
            case ARG ->
                    instruction.arguments().list().stream()
                            .map(word -> word.text().split("=", 2)[0])
                            .toList();
            case ENV ->
                    instruction.arguments() instanceof Arguments.Pairs(List<Arguments.Pair> pairs)
                            ? pairs.stream().map(pair -> pair.name().text()).toList()
                            : List.of();
            default -> List.of();
        };
    }
}
