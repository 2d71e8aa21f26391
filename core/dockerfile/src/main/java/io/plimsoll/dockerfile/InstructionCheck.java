package io.plimsoll.dockerfile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/// What BuildKit refuses in an instruction by itself.
///
/// Source: the Dockerfile reference; BuildKit's `frontend/dockerfile/instructions`.
final class InstructionCheck {
    private final Instruction instruction;
    private final List<Word> words;
    private final Consumer<SyntaxProblem> problems;

    private InstructionCheck(Instruction instruction, Consumer<SyntaxProblem> problems) {
        this.instruction = instruction;
        this.words = instruction.arguments().list();
        this.problems = problems;
    }

    static void check(Instruction instruction, Consumer<SyntaxProblem> problems) {
        InstructionCheck check = new InstructionCheck(instruction, problems);
        check.arguments();
        FlagCheck.check(instruction, problems);
    }

    private void arguments() {
        switch (instruction.kind()) {
            case ADD, COPY -> files();
            case ARG -> names(words);
            case ENV, LABEL -> pairs();
            case EXPOSE -> atLeastOne();
            case FROM -> from();
            case HEALTHCHECK -> healthcheck();
            case MAINTAINER, STOPSIGNAL, USER, WORKDIR -> exactlyOne();
            case ONBUILD -> trigger();
            case SHELL -> shell();
            case VOLUME -> volume();
            case UNKNOWN -> unknown();
            case CMD, ENTRYPOINT, RUN -> {}
        }
    }

    private void files() {
        if (words.size() < 2) {
            problem(instruction.kind() + " needs a source and a destination");
        } else if (Heredocs.isOne(words.getLast().text())) {
            problem("a heredoc is no destination of " + instruction.kind(), words.getLast());
        }
    }

    private void names(List<Word> named) {
        atLeastOne();
        for (Word word : named) {
            if (word.text().startsWith("=")) {
                problem("a name is empty", word);
            }
        }
    }

    private void pairs() {
        atLeastOne();
        if (instruction.arguments() instanceof Arguments.Pairs(List<Arguments.Pair> pairs)) {
            for (Arguments.Pair pair : pairs) {
                if (pair.name().text().isEmpty()) {
                    problem("a name is empty", pair.name());
                }
            }
        }
    }

    private void from() {
        boolean named = words.size() == 3 && words.get(1).text().equalsIgnoreCase("as");
        if (words.size() != 1 && !named) {
            problem("FROM takes an image, or an image, AS and a name");
        } else if (named && !isStageName(words.get(2).text().toLowerCase(Locale.ROOT))) {
            problem(
                    "'"
                            + words.get(2).text()
                            + "' is no name of a stage: letters, digits, '-', '_' and '.', a letter"
                            + " first",
                    words.get(2));
        }
    }

    private static boolean isStageName(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || !((c >= '0' && c <= '9') || "-_.".indexOf(c) >= 0))) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private void healthcheck() {
        if (!(instruction.arguments() instanceof Arguments.Check(Word type, Arguments command))) {
            problem("HEALTHCHECK needs CMD or NONE");
            return;
        }
        boolean empty = command.list().isEmpty();
        switch (type.text().toUpperCase(Locale.ROOT)) {
            case "NONE" -> {
                if (!empty) {
                    problem("HEALTHCHECK NONE takes nothing else");
                }
            }
            case "CMD" -> {
                if (empty) {
                    problem("HEALTHCHECK CMD needs a command");
                }
            }
            default -> problem("'" + type.text() + "' is neither CMD nor NONE", type);
        }
    }

    private void trigger() {
        if (!(instruction.arguments() instanceof Arguments.Trigger(Instruction waiting))) {
            problem("ONBUILD needs an instruction");
            return;
        }
        switch (waiting.kind()) {
            case ONBUILD, MAINTAINER, FROM ->
                    problems.accept(
                            new SyntaxProblem(
                                    waiting.kind() + " cannot stand behind ONBUILD",
                                    waiting.keywordSpan()));
            default -> {}
        }
    }

    private void shell() {
        if (!instruction.isJson() || words.isEmpty()) {
            problem("SHELL takes a JSON array of strings");
        }
    }

    private void volume() {
        atLeastOne();
        for (Word word : words) {
            if (word.text().isBlank()) {
                problem("a volume is empty", word);
            }
        }
    }

    private void unknown() {
        problem(
                instruction.keyword().isEmpty()
                        ? "a line of nothing but a continuation"
                        : "'" + instruction.keyword() + "' is no instruction");
    }

    private void atLeastOne() {
        if (words.isEmpty()) {
            problem(instruction.kind() + " needs an argument");
        }
    }

    private void exactlyOne() {
        Optional<Word> only = words.size() == 1 ? Optional.of(words.getFirst()) : Optional.empty();
        if (only.isEmpty()) {
            problem(instruction.kind() + " needs one argument");
        }
    }

    private void problem(String message) {
        problems.accept(new SyntaxProblem(message, instruction.keywordSpan()));
    }

    private void problem(String message, Word word) {
        problems.accept(new SyntaxProblem(message, word.span()));
    }
}
