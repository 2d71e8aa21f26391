package io.plimsoll.truth;

import io.plimsoll.dockerfile.Arguments;
import io.plimsoll.dockerfile.Build;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Expansion;
import io.plimsoll.dockerfile.Flag;
import io.plimsoll.dockerfile.Instruction;
import io.plimsoll.dockerfile.Stage;
import io.plimsoll.dockerfile.Step;
import io.plimsoll.dockerfile.Word;
import io.plimsoll.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What a parser made of a Dockerfile, in lines that can be compared.
///
/// @param refused by a builder, why; empty where it is not
/// @param unread whether the parser gave no nodes
/// @param withoutSteps whether an ARG before the first FROM ended the build
/// @param nodes one line an instruction
/// @param steps one line an instruction with its variables replaced; empty for a refused file
record DockerfileView(
        String refused,
        boolean unread,
        boolean withoutSteps,
        List<String> nodes,
        List<String> steps) {

    static DockerfileView of(Dockerfile file) {
        String refused = file.problems().isEmpty() ? "" : file.problems().getFirst().toString();
        return new DockerfileView(
                refused,
                false,
                false,
                file.instructions().stream()
                        .map(DockerfileView::node)
                        .map(DockerfileView::decoded)
                        .toList(),
                refused.isEmpty()
                        ? steps(file).stream().map(DockerfileView::decoded).toList()
                        : List.of());
    }

    static DockerfileView of(JsonObject answer) {
        boolean unread = !answer.text("error").isEmpty();
        List<String> steps = new ArrayList<>();
        for (JsonObject stage : answer.objects("stages")) {
            boolean fails = !stage.text("error").isEmpty();
            steps.add(stage(stage.text("name"), fails ? "no image" : stage.text("base")));
            for (JsonObject step : stage.objects("steps")) {
                steps.add(
                        step.text("error").isEmpty()
                                ? step.text("name") + " " + words(step.texts("words"))
                                : step.text("name") + " fails");
            }
        }
        return new DockerfileView(
                unread ? answer.text("error") : answer.text("badStages"),
                unread,
                !answer.text("globals").isEmpty(),
                answer.objects("nodes").stream().map(DockerfileView::node).toList(),
                steps);
    }

    /// What another parser saw that this one did not.
    Optional<String> difference(DockerfileView other) {
        if (refused.isEmpty() != other.refused().isEmpty()) {
            return Optional.of("refused here: '" + refused + "', there: '" + other.refused() + "'");
        }
        if (other.unread()) {
            return Optional.empty();
        }
        Optional<String> inNodes = difference(nodes, other.nodes());
        return other.withoutSteps() || inNodes.isPresent()
                ? inNodes
                : difference(steps, other.steps());
    }

    private static Optional<String> difference(List<String> here, List<String> there) {
        for (int i = 0; i < Math.max(here.size(), there.size()); i++) {
            String ours = i < here.size() ? here.get(i) : "nothing";
            String theirs = i < there.size() ? there.get(i) : "nothing";
            if (!ours.equals(theirs)) {
                return Optional.of("\n  here:  " + ours + "\n  there: " + theirs);
            }
        }
        return Optional.empty();
    }

    /// Bytes that are no UTF-8 as Go's JSON has them.
    private static String decoded(String line) {
        StringBuilder text = new StringBuilder();
        line.codePoints()
                .map(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 0xfffd : c)
                .forEach(text::appendCodePoint);
        return text.toString();
    }

    private static String node(JsonObject node) {
        List<String> heredocs =
                node.objects("heredocs").stream()
                        .map(each ->
                                heredoc(
                                        each.text("name"),
                                        each.isTrue("expand"),
                                        each.isTrue("chomp"),
                                        each.text("content")))
                        .toList();
        return node.text("start")
                + "-"
                + node.text("end")
                + " "
                + node.text("keyword")
                + node.texts("flags")
                + (node.isTrue("json") ? " json " : " ")
                + node.texts("args")
                + heredocs
                + node.text("original");
    }

    private static String node(Instruction node) {
        List<String> heredocs =
                node.heredocs().stream()
                        .map(each ->
                                heredoc(each.name(), each.expand(), each.chomp(), each.content()))
                        .toList();
        return node.line()
                + "-"
                + node.endLine()
                + " "
                + node.keyword()
                + node.flags().stream().map(Flag::text).toList()
                + (node.isJson() ? " json " : " ")
                + arguments(node)
                + heredocs
                + node.logical();
    }

    /// BuildKit keeps nothing of what it does not know.
    private static List<String> arguments(Instruction node) {
        return switch (node.kind()) {
            case UNKNOWN -> List.of("");
            default ->
                    switch (node.arguments()) {
                        case Arguments.Trigger(Instruction waiting) ->
                                Stream.of(
                                                Stream.of(waiting.keyword()),
                                                waiting.flags().stream().map(Flag::text),
                                                arguments(waiting).stream())
                                        .flatMap(each -> each)
                                        .toList();
                        case Arguments.Pairs(List<Arguments.Pair> pairs) ->
                                pairs.stream()
                                        .flatMap(pair ->
                                                Stream.of(
                                                        pair.name().text(),
                                                        pair.value().text(),
                                                        pair.equals() ? "=" : ""))
                                        .toList();
                        default -> node.arguments().list().stream().map(Word::text).toList();
                    };
        };
    }

    private static String heredoc(String name, boolean expand, boolean chomp, String content) {
        return "<<" + (chomp ? "-" : "") + name + (expand ? "" : " as is") + ":" + content;
    }

    private static List<String> steps(Dockerfile file) {
        List<String> lines = new ArrayList<>();
        for (Stage stage : file.stages()) {
            Build build =
                    Build.of(
                            file,
                            new BuildArguments(
                                    Map.of(), Optional.of("" + stage.index()), "linux/amd64"));
            Expansion base = build.baseOf(stage);
            boolean fails = !base.problem().isEmpty();
            lines.add(stage(stage.name().orElse(""), fails ? "no image" : base.text()));
            List<Step> steps = build.steps();
            int own = stage.instructions().size();
            steps.subList(steps.size() - own, steps.size()).forEach(each -> lines.add(step(each)));
        }
        return lines;
    }

    private static String stage(String name, String base) {
        return "stage " + name + " of " + base;
    }

    private static String step(Step step) {
        String name = step.instruction().kind().name().toLowerCase(java.util.Locale.ROOT);
        boolean fails = step.words().stream().anyMatch(each -> !each.problem().isEmpty());
        return switch (step.instruction().kind()) {
            case ADD, ARG, COPY, ENV, LABEL, STOPSIGNAL, USER, VOLUME, WORKDIR ->
                    fails
                            ? name + " fails"
                            : name
                                    + " "
                                    + words(step.words().stream().map(Expansion::text).toList());
            default -> name + " []";
        };
    }

    /// Without what announces a heredoc, which BuildKit keeps apart.
    private static List<String> words(List<String> words) {
        return words.stream().filter(each -> !each.contains("<<")).toList();
    }
}
