package io.plimsoll.cli;

import io.plimsoll.report.ReportFormats;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// The words that options and parameters take, for shells to complete.
final class OptionWords {
    private static final List<String> SEVERITIES =
            List.of("critical", "high", "medium", "low", "negligible", "unknown");
    private static final List<String> GATES =
            List.of("critical", "high", "medium", "low", "fixable", "undetermined", "eol", "new");

    private OptionWords() {}

    /// Tells the options of a command and of all below it their words.
    static CommandSpec added(CommandSpec spec) {
        for (OptionSpec option : List.copyOf(spec.options())) {
            List<String> words = of(spec.name(), option.longestName());
            if (!words.isEmpty()) {
                spec.remove(option);
                spec.addOption(OptionSpec.builder(option).completionCandidates(words).build());
            }
        }
        spec.subcommands().values().forEach(sub -> added(sub.getCommandSpec()));
        return spec;
    }

    /// The words of an option; none where it takes anything.
    static List<String> of(String command, String option) {
        return switch (option) {
            case "--format" ->
                    switch (command) {
                        case "compare" -> List.of("text", "json", "markdown");
                        case "images" -> List.of("text", "json");
                        default -> ReportFormats.names();
                    };
            case "--severity" -> SEVERITIES;
            case "--fail-on" -> command.equals("compare") ? List.of("new") : GATES;
            case "--engine" -> List.of("docker", "podman");
            default -> List.of();
        };
    }

    /// The words of a command's first parameter; none where it takes anything.
    static List<String> parameter(String command) {
        return switch (command) {
            case "completion" -> List.of("bash", "zsh", "fish");
            case "plugin" -> List.of("install", "uninstall");
            default -> List.of();
        };
    }
}
