package io.plimsoll.base;

import io.plimsoll.dockerfile.BaseImageName;
import io.plimsoll.dockerfile.Build;
import io.plimsoll.dockerfile.BuildArguments;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.dockerfile.Step;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.SourceLine;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What a Dockerfile tells about the layers of an image.
///
/// @param base the image it was built on; empty for `scratch` and where the Dockerfile does not say
/// @param layers oldest first, as many as the image has
/// @param problems of the Dockerfile, and why layers could not be told apart
/// @param missingLine line of the instruction that the history of the image does not have
public record Attribution(
        Optional<BaseImage> base,
        List<LayerOrigin> layers,
        List<Problem> problems,
        OptionalInt missingLine) {
    private static final LayerOrigin UNKNOWN = new LayerOrigin(Origin.UNKNOWN, Optional.empty());

    public Attribution {
        layers = List.copyOf(layers);
        problems = List.copyOf(problems);
    }

    /// Holds a Dockerfile against the history of an image.
    ///
    /// Layers are told apart only where every RUN, COPY and ADD of the built stage is found in the
    /// history, in order and up to its end. Else all of them are unknown, and a problem says why.
    ///
    /// @param name path of the Dockerfile, for messages
    /// @param history of the image, oldest first
    /// @param layers how many the image has
    /// @throws IllegalArgumentException if the file has no stage of the name that is to be built
    public static Attribution of(
            Dockerfile file,
            String name,
            BuildArguments arguments,
            List<HistoryEntry> history,
            int layers) {
        Build build = Build.of(file, arguments);
        List<Problem> problems = new ArrayList<>();
        file.problems().forEach(each -> problems.add(each.of(name)));
        BaseImageName base = build.base();
        List<LayerOrigin> origins =
                switch (base) {
                    case BaseImageName.NoFrom() -> {
                        problems.add(
                                problem(name, ProblemKind.MALFORMED, BaseImageName.NoFrom.TEXT));
                        yield unknown(layers);
                    }
                    case BaseImageName.Unresolvable unresolvable -> {
                        problems.add(problem(name, unresolvable));
                        yield origins(build.steps(), name, history, layers, problems);
                    }
                    case BaseImageName.Scratch scratch ->
                            withoutBase(origins(build.steps(), name, history, layers, problems));
                    case BaseImageName.Name image ->
                            origins(build.steps(), name, history, layers, problems);
                };
        Alignment alignment = Alignment.of(build.steps(), history);
        OptionalInt missing =
                alignment
                        .missing()
                        .map(step -> OptionalInt.of(step.instruction().line()))
                        .orElse(OptionalInt.empty());
        return new Attribution(image(base, name), origins, problems, missing);
    }

    private static List<LayerOrigin> origins(
            List<Step> steps,
            String name,
            List<HistoryEntry> history,
            int layers,
            List<Problem> problems) {
        long made = history.stream().filter(each -> !each.emptyLayer()).count();
        if (made != layers) {
            problems.add(
                    problem(
                            name,
                            ProblemKind.MISMATCH,
                            "the history of the image names "
                                    + made
                                    + " layers and it has "
                                    + layers
                                    + ": which of them are the base image's is not known"));
            return unknown(layers);
        }
        Alignment alignment = Alignment.of(steps, history);
        if (alignment.missing().isPresent()) {
            Step missing = alignment.missing().get();
            problems.add(
                    problem(
                            name,
                            ProblemKind.MISMATCH,
                            "line "
                                    + missing.instruction().line()
                                    + ": '"
                                    + missing.instruction().summary()
                                    + "' is not in the history of the image, which was built of"
                                    + " something else: which layers are the base image's is not"
                                    + " known"));
            return unknown(layers);
        }
        return alignment.layers(name);
    }

    /// What came with `scratch` is nobody else's.
    private static List<LayerOrigin> withoutBase(List<LayerOrigin> origins) {
        return origins.stream().map(each -> new LayerOrigin(Origin.OWN, each.source())).toList();
    }

    private static List<LayerOrigin> unknown(int layers) {
        return Collections.nCopies(layers, UNKNOWN);
    }

    private static Optional<BaseImage> image(BaseImageName base, String name) {
        if (!(base instanceof BaseImageName.Name image)) {
            return Optional.empty();
        }
        int at = image.reference().lastIndexOf('@');
        Optional<Digest> digest =
                at < 0 ? Optional.empty() : Digest.tryParse(image.reference().substring(at + 1));
        String how = "FROM on line " + image.from().line() + " of " + name;
        SourceLine from = new SourceLine(name, image.from().line(), image.from().summary());
        return Optional.of(new BaseImage(image.reference(), digest, how, Optional.of(from)));
    }

    private static Problem problem(String name, BaseImageName.Unresolvable base) {
        String line = " The FROM on line " + base.from().line();
        String why =
                base.argument().isEmpty()
                        ? " names no image."
                        : " needs --build-arg " + base.argument() + "=VALUE.";
        return problem(name, ProblemKind.MISSING, BaseImageName.Unresolvable.TEXT + line + why);
    }

    private static Problem problem(String name, ProblemKind kind, String reason) {
        return Problem.of(name, "dockerfile", kind, reason);
    }
}
