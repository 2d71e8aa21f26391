package io.plimsoll.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What a Dockerfile means with the arguments of a build: the base image, and the instructions that
/// are carried out upon it.
///
/// Source: the Dockerfile reference, sections "ARG", "FROM" and "Environment replacement".
public final class Build {
    private final Dockerfile file;
    private final Map<String, String> globals;
    private final List<Expansion> bases;
    private final List<Optional<Stage>> parents;
    private final Optional<Stage> target;
    private final BuildArguments arguments;

    private Build(Dockerfile file, BuildArguments arguments) {
        this.file = file;
        this.arguments = arguments;
        this.globals = globals(file, arguments);
        this.bases =
                file.stages().stream()
                        .map(stage -> Expansion.of(stage.base().text(), file.escape(), globals))
                        .toList();
        this.parents = parents(file.stages(), bases);
        this.target = target(file, arguments.target());
    }

    /// The build of a file.
    ///
    /// @throws IllegalArgumentException if the file has no stage of the name that is to be built
    public static Build of(Dockerfile file, BuildArguments arguments) {
        return new Build(file, arguments);
    }

    /// The base of a stage with its variables replaced.
    public Expansion baseOf(Stage stage) {
        return bases.get(stage.index());
    }

    /// The image that the built stage begins with, through all stages between.
    public BaseImageName base() {
        if (target.isEmpty()) {
            return new BaseImageName.NoFrom();
        }
        Stage first = chain(target.get()).getFirst();
        Expansion base = baseOf(first);
        if (!base.missing().isEmpty()) {
            return new BaseImageName.Unresolvable(base.missing().getFirst(), first.from());
        }
        if (!base.problem().isEmpty() || base.text().isEmpty()) {
            return new BaseImageName.Unresolvable("", first.from());
        }
        return base.text().equals("scratch")
                ? new BaseImageName.Scratch(first.from())
                : new BaseImageName.Name(base.text(), first.from());
    }

    /// The instructions that are carried out upon the base image, the first one first, through all
    /// stages that the built one is made of. FROM is none of them.
    public List<Step> steps() {
        Scope scope = new Scope(file.escape(), globals, arguments.values());
        List<Step> steps = new ArrayList<>();
        for (Stage stage : target.map(this::chain).orElse(List.of())) {
            stage.instructions().forEach(each -> steps.add(scope.step(each)));
        }
        return steps;
    }

    /// The stages that a stage is made of, the one upon an image first.
    private List<Stage> chain(Stage stage) {
        List<Stage> chain = new ArrayList<>(List.of(stage));
        Optional<Stage> parent = parents.get(stage.index());
        while (parent.isPresent()) {
            chain.addFirst(parent.get());
            parent = parents.get(parent.get().index());
        }
        return chain;
    }

    private static Map<String, String> globals(Dockerfile file, BuildArguments arguments) {
        Map<String, String> globals = new TreeMap<>(arguments.predefined());
        for (Instruction argument : file.globalArguments()) {
            for (Word word : argument.arguments().list()) {
                int equals = word.text().indexOf('=');
                String name = equals < 0 ? word.text() : word.text().substring(0, equals);
                String given = arguments.values().get(name);
                if (given != null) {
                    globals.put(name, given);
                } else if (equals >= 0) {
                    String value = word.text().substring(equals + 1);
                    globals.put(name, Expansion.of(value, file.escape(), globals).text());
                }
            }
        }
        return globals;
    }

    /// The stage that each stage is built on; empty where it is built on an image.
    private static List<Optional<Stage>> parents(List<Stage> stages, List<Expansion> bases) {
        Map<String, Stage> named = new HashMap<>();
        List<Optional<Stage>> parents = new ArrayList<>();
        for (Stage stage : stages) {
            parents.add(Optional.ofNullable(named.get(bases.get(stage.index()).text())));
            stage.name().ifPresent(name -> named.put(name, stage));
        }
        return parents;
    }

    private static Optional<Stage> target(Dockerfile file, Optional<String> name) {
        List<Stage> stages = file.stages();
        if (name.isEmpty() || stages.isEmpty()) {
            return stages.isEmpty() ? Optional.empty() : Optional.of(stages.getLast());
        }
        String wanted = name.get().toLowerCase(Locale.ROOT);
        Optional<Stage> found =
                stages.reversed().stream()
                        .filter(stage -> stage.name().filter(wanted::equals).isPresent())
                        .findFirst()
                        .or(() ->
                                stages.stream()
                                        .filter(stage -> wanted.equals("" + stage.index()))
                                        .findFirst());
        if (found.isEmpty()) {
            List<String> names =
                    stages.stream().map(stage -> stage.name().orElse("" + stage.index())).toList();
            throw new IllegalArgumentException(
                    "no stage is named '"
                            + name.get()
                            + "'; there are "
                            + String.join(", ", names));
        }
        return found;
    }
}
