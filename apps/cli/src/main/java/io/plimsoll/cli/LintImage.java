package io.plimsoll.cli;

import io.plimsoll.advisory.AtomicFile;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.engine.DockerfileOption;
import io.plimsoll.engine.ImageFacts;
import io.plimsoll.engine.ImageFactsReader;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Target;
import io.plimsoll.lint.LintedFile;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.image.Selection;
import io.plimsoll.lint.report.UnifiedDiff;
import io.plimsoll.lint.split.SplitResult;
import io.plimsoll.lint.split.Splitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The image beside the Dockerfile of `lint`, and the stages that it could be split into.
final class LintImage {
    private static final String IMAGE = "--image";
    private static final String SPLIT = "--split";

    private final Console console;

    LintImage(Console console) {
        this.console = console;
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.value(
                        "TARGET",
                        "an image that was built of the Dockerfile, named as for scan: checks what"
                                + " only it can tell",
                        IMAGE));
        spec.addOption(
                Options.flag(
                        SPLIT,
                        "print a Dockerfile that builds in one stage and runs in another (with"
                                + " --image); with --diff the difference"));
        spec.addOption(
                Options.values(
                        "NAME=VALUE",
                        "an argument that the image was built with, repeatable; the value of the"
                                + " environment without =VALUE",
                        "--build-arg"));
        spec.addOption(
                Options.value("STAGE", "the stage that was built; else the last", "--target"));
        spec.addOption(Options.flag("--quiet", "no progress"));
        LimitOptions.addTo(spec);
        TargetOptions.addWithoutScope(spec);
    }

    static boolean isSplit(ParseResult parsed) {
        return Options.isSet(parsed, SPLIT);
    }

    /// The image, where one is named.
    ///
    /// @throws IllegalArgumentException if the options do not go together
    /// @throws IOException if it cannot be read
    Optional<BuiltImage> read(ParseResult parsed, List<String> names)
            throws IOException, InterruptedException {
        Optional<String> target = Options.text(parsed, IMAGE);
        if (target.isEmpty()) {
            if (isSplit(parsed)) {
                throw new IllegalArgumentException(SPLIT + " needs " + IMAGE + " TARGET");
            }
            return Optional.empty();
        }
        if (names.size() != 1 || names.contains("-")) {
            throw new IllegalArgumentException(
                    IMAGE + " goes with one Dockerfile, which is a file");
        }
        Dockerfile file = LintInput.read(names.getFirst());
        DockerfileOption option =
                new DockerfileOption(
                        Path.of(names.getFirst()),
                        DockerfileOptions.values(Options.texts(parsed, "--build-arg"), console),
                        Options.text(parsed, "--target"));
        ScanOptions options = TargetOptions.of(parsed, console).withDockerfile(Optional.of(option));
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            ImageFacts facts =
                    new ImageFactsReader(options, progress).read(Target.parse(target.get()), file);
            return Optional.of(BuiltImages.of(facts, file));
        }
    }

    /// The split as a file or as a difference; empty where there is none. What it saves, or why there is
    /// none, is told apart from it.
    AtomicFile.Content split(String name, BuiltImage image, boolean asDiff) throws IOException {
        Dockerfile file = LintInput.read(name);
        SplitResult result = Splitter.suggest(LintedFile.of(file), image);
        return switch (result) {
            case SplitResult.None(String why) -> {
                console.err().println("No split is suggested: " + why + ".");
                yield out -> {};
            }
            case SplitResult.Suggested suggested -> {
                tell(suggested);
                String before = new String(file.print(), StandardCharsets.UTF_8);
                String text =
                        asDiff
                                ? UnifiedDiff.of(name, before, suggested.dockerfile())
                                : suggested.dockerfile();
                yield out -> out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        };
    }

    private void tell(SplitResult.Suggested suggested) {
        console.err().println("as it is:  " + words(suggested.before()));
        console.err().println("as split:  " + words(suggested.after()) + ", as reckoned");
        suggested.reasons().forEach(reason -> console.err().println("- " + reason));
        console.err()
                .println(
                        "Build it, and run its tests: what a program opens by a name of its own cannot"
                                + " be seen.");
    }

    private static String words(SplitResult.Weight weight) {
        return Selection.megabytes(weight.size())
                + ", "
                + weight.packages()
                + " packages, "
                + weight.findings().bySeverity();
    }
}
