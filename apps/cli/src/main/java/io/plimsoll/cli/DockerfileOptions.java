package io.plimsoll.cli;

import io.plimsoll.engine.DockerfileOption;
import io.plimsoll.engine.OriginChoice;
import io.plimsoll.model.ScanReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// The Dockerfile of an image, and what it is good for.
final class DockerfileOptions {
    private static final String FILE = "--file";
    private static final String BUILD_ARG = "--build-arg";
    private static final String TARGET = "--target";

    private DockerfileOptions() {}

    static void addTo(CommandSpec spec) {
        addFileTo(spec);
        spec.addOption(
                Options.flag(
                        OriginChoice.WITHOUT_BASE.flag(),
                        "leave out what comes with the base image"));
        spec.addOption(
                Options.flag(
                        OriginChoice.ONLY_BASE.flag(), "show only what comes with the base image"));
    }

    /// The Dockerfile alone, for commands that show both sides.
    static void addFileTo(CommandSpec spec) {
        spec.addOption(
                Options.value(
                        "DOCKERFILE",
                        "what the image was built of: tells what comes with the base image",
                        "-f",
                        FILE));
        spec.addOption(
                Options.values(
                        "NAME=VALUE",
                        "an argument that the image was built with, repeatable; the value of the"
                                + " environment without =VALUE",
                        BUILD_ARG));
        spec.addOption(Options.value("STAGE", "the stage that was built; else the last", TARGET));
    }

    /// @throws IllegalArgumentException if an option is wrong, or one lacks `--file`
    static Optional<DockerfileOption> of(ParseResult parsed, Console console) {
        Optional<Path> file = Options.path(parsed, FILE);
        Optional<String> target = Options.text(parsed, TARGET);
        List<String> arguments = Options.texts(parsed, BUILD_ARG);
        if (file.isEmpty()) {
            require(target.isEmpty(), TARGET);
            require(arguments.isEmpty(), BUILD_ARG);
            return Optional.empty();
        }
        if (!Files.isRegularFile(file.get())) {
            throw new IllegalArgumentException("--file '" + file.get() + "' is no file");
        }
        return Optional.of(new DockerfileOption(file.get(), values(arguments, console), target));
    }

    /// @throws IllegalArgumentException if both choices are there
    static OriginChoice choice(ParseResult parsed) {
        boolean without = Options.isSet(parsed, OriginChoice.WITHOUT_BASE.flag());
        boolean only = Options.isSet(parsed, OriginChoice.ONLY_BASE.flag());
        if (without && only) {
            throw new IllegalArgumentException(
                    OriginChoice.WITHOUT_BASE.flag()
                            + " and "
                            + OriginChoice.ONLY_BASE.flag()
                            + " exclude one another");
        }
        return without
                ? OriginChoice.WITHOUT_BASE
                : only ? OriginChoice.ONLY_BASE : OriginChoice.ALL;
    }

    /// The report with the findings that the choice leaves.
    ///
    /// @throws IllegalArgumentException if there is nothing that could tell where the base image ends; a Dockerfile that
    ///     could not is a problem of the report
    static ScanReport chosen(OriginChoice choice, ParseResult parsed, ScanReport report) {
        boolean told =
                choice == OriginChoice.ALL
                        || Options.path(parsed, FILE).isPresent()
                        || report.inventory().knowsOrigins();
        if (!told) {
            throw new IllegalArgumentException(
                    choice.flag()
                            + ": nobody knows where the base image ends; --file DOCKERFILE tells, or"
                            + " `plimsoll base index` of the base image");
        }
        return choice.apply(report);
    }

    private static void require(boolean holds, String flag) {
        if (!holds) {
            throw new IllegalArgumentException(flag + " needs --file DOCKERFILE");
        }
    }

    /// As `docker build` does, a name alone takes its value from the environment.
    static Map<String, String> values(List<String> arguments, Console console) {
        Map<String, String> values = new TreeMap<>();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            if (argument.isEmpty() || equals == 0) {
                throw new IllegalArgumentException(
                        BUILD_ARG + " '" + argument + "' is not NAME=VALUE");
            }
            if (equals > 0) {
                values.put(argument.substring(0, equals), argument.substring(equals + 1));
            } else {
                String value = console.variable(argument);
                if (!value.isEmpty()) {
                    values.put(argument, value);
                }
            }
        }
        return values;
    }
}
