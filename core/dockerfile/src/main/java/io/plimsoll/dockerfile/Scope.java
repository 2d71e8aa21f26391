package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The variables of a stage while its instructions are carried out. What the base image sets is not
/// known here.
final class Scope {
    private static final List<String> USUAL_SHELL = List.of("/bin/sh", "-c");

    private final char escape;
    private final Map<String, String> globals;
    private final Map<String, String> given;
    private final Map<String, String> variables = new HashMap<>();
    private List<String> shell = USUAL_SHELL;

    Scope(char escape, Map<String, String> globals, Map<String, String> given) {
        this.escape = escape;
        this.globals = globals;
        this.given = given;
    }

    Step step(Instruction instruction) {
        List<Expansion> words =
                switch (instruction.arguments()) {
                    case Arguments.Words(List<Word> names)
                            when instruction.kind() == InstructionKind.ARG ->
                            arguments(names);
                    case Arguments.Pairs(List<Arguments.Pair> pairs) ->
                            pairs(pairs, instruction.kind());
                    default -> plain(instruction);
                };
        if (instruction.kind() == InstructionKind.SHELL && instruction.isJson()) {
            shell = words.stream().map(Expansion::text).toList();
        }
        return new Step(instruction, words, shell);
    }

    private List<Expansion> plain(Instruction instruction) {
        boolean expands =
                switch (instruction.kind()) {
                    case ADD, COPY, EXPOSE, STOPSIGNAL, USER, WORKDIR -> true;
                    default -> false;
                };
        if (instruction.kind() == InstructionKind.VOLUME) {
            return instruction.arguments().list().stream()
                    .map(word -> Expansion.of(word.text().strip(), escape, variables))
                    .toList();
        }
        return instruction.arguments().list().stream()
                .map(word -> expands ? expanded(word) : new Expansion(word.text(), List.of(), ""))
                .toList();
    }

    /// A word that announces a heredoc stays as it is.
    private Expansion expanded(Word word) {
        return Heredocs.isOne(word.text())
                ? new Expansion(word.text(), List.of(), "")
                : Expansion.of(word.text(), escape, variables);
    }

    /// All values of one instruction see the variables that were there before it.
    private List<Expansion> pairs(List<Arguments.Pair> pairs, InstructionKind kind) {
        List<Expansion> words = new ArrayList<>();
        for (Arguments.Pair pair : pairs) {
            words.add(Expansion.of(pair.name().text(), escape, variables));
            words.add(Expansion.of(pair.value().text(), escape, variables));
        }
        for (int i = 0; kind == InstructionKind.ENV && i < words.size(); i += 2) {
            variables.put(words.get(i).text(), words.get(i + 1).text());
        }
        return words;
    }

    /// An ARG without a value takes the one from before the first FROM.
    private List<Expansion> arguments(List<Word> names) {
        List<Expansion> words = new ArrayList<>();
        for (Word word : names) {
            int equals = word.text().indexOf('=');
            String name = equals < 0 ? word.text() : word.text().substring(0, equals);
            words.add(new Expansion(name, List.of(), ""));
            String value = given.containsKey(name) ? given.get(name) : globals.get(name);
            Expansion result =
                    equals < 0 || given.containsKey(name)
                            ? new Expansion(value == null ? "" : value, List.of(), "")
                            : Expansion.of(word.text().substring(equals + 1), escape, variables);
            if (equals >= 0 || value != null) {
                words.add(result);
                variables.put(name, result.text());
            }
        }
        return words;
    }
}
