package io.plimsoll.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// Shorthand for options, and for what was given of them.
final class Options {
    private Options() {}

    /// A command that takes `--help`, without the annotations of the library's own mixin, whose
    /// reading costs 15 ms at each start.
    static CommandSpec command(String description) {
        CommandSpec spec =
                CommandSpec.create()
                        .addOption(
                                OptionSpec.builder("-h", "--help")
                                        .usageHelp(true)
                                        .type(boolean.class)
                                        .description("Show this help message and exit.")
                                        .build());
        spec.usageMessage().description(description);
        return spec;
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name)
                .arity("0")
                .type(boolean.class)
                .description(description)
                .build();
    }

    static OptionSpec value(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    static OptionSpec values(String label, String description, String... names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    static void parameter(CommandSpec spec, String label, String description) {
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .arity("1")
                        .required(true)
                        .type(String.class)
                        .description(description)
                        .build());
    }

    static boolean isSet(ParseResult parsed, String name) {
        return parsed.hasMatchedOption(name);
    }

    static Optional<String> text(ParseResult parsed, String name) {
        return Optional.ofNullable(parsed.matchedOptionValue(name, null));
    }

    static List<String> texts(ParseResult parsed, String name) {
        return parsed.matchedOptionValue(name, List.of());
    }

    static Optional<Path> path(ParseResult parsed, String name) {
        return text(parsed, name).map(Path::of);
    }

    static String parameter(ParseResult parsed, int index) {
        return parsed.matchedPositionalValue(index, "");
    }
}
