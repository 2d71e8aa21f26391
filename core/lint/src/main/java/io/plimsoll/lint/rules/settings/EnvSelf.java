package io.plimsoll.lint.rules.settings;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.InstructionKind;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.Rule;
import io.plimsoll.lint.Violation;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/// A value that refers to a variable of the same ENV.
public final class EnvSelf implements Rule {
    @Override
    public String id() {
        return "PL-ENV-SELF";
    }

    @Override
    public void check(LintedFile file, Consumer<Violation> found) {
        for (Stage stage : file.stages()) {
            Set<String> known = new HashSet<>();
            known.add("PATH");
            file.chain(stage).stream()
                    .flatMap(each -> each.instructions().stream())
                    .filter(each ->
                            each.kind() == InstructionKind.ENV
                                    || each.kind() == InstructionKind.ARG)
                    .forEach(each -> {
                        if (each.kind() == InstructionKind.ENV
                                && each.span().start() > stage.from().span().start()) {
                            env(file, each, known, found);
                        }
                        known.addAll(names(each));
                    });
        }
    }

    private static void env(
            LintedFile file, Instruction env, Set<String> known, Consumer<Violation> found) {
        if (!(env.arguments() instanceof Arguments.Pairs(List<Arguments.Pair> pairs))) {
            return;
        }
        Set<String> names = new HashSet<>(names(env));
        for (Arguments.Pair pair : pairs) {
            Expansion value = Expansion.of(pair.value().text(), file.file().escape(), Map.of());
            value.missing().stream()
                    .filter(name -> !known.contains(name) && !pair.name().text().equals(name))
                    .filter(names::contains)
                    .forEach(name ->
                            found.accept(
                                    Violation.at(
                                            pair.value().span(),
                                            "'"
                                                    + name
                                                    + "' has its new value only after this ENV")));
        }
    }

    private static List<String> names(Instruction instruction) {
        return switch (instruction.arguments()) {
            case Arguments.Pairs(List<Arguments.Pair> pairs) ->
                    pairs.stream().map(pair -> pair.name().text()).toList();
            default ->
                    instruction.arguments().list().stream()
                            .map(word -> word.text().split("=", 2)[0])
                            .toList();
        };
    }
}
