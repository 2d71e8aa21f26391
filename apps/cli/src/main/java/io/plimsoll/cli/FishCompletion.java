package io.plimsoll.cli;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A completion script for fish.
///
/// Source: fish's manual, `complete(1)`; `__fish_use_subcommand` and `__fish_seen_subcommand_from` are
/// functions that come with it.
final class FishCompletion {
    private final String program;
    private final StringBuilder script = new StringBuilder();

    private FishCompletion(String program) {
        this.program = program;
    }

    static String of(CommandSpec root) {
        FishCompletion fish = new FishCompletion(root.name());
        fish.script.append("# Completions of ").append(root.name()).append(" for fish.\n");
        fish.options(root, "__fish_use_subcommand");
        for (Map.Entry<String, CommandLine> each : root.subcommands().entrySet()) {
            CommandSpec command = each.getValue().getCommandSpec();
            fish.command(each.getKey(), command, "__fish_use_subcommand");
            String inside = "__fish_seen_subcommand_from " + each.getKey();
            fish.below(command, inside);
        }
        return fish.script.toString();
    }

    private void below(CommandSpec command, String inside) {
        if (command.subcommands().isEmpty()) {
            options(command, inside);
            words(OptionWords.parameter(command.name()), inside);
            return;
        }
        String names = String.join(" ", command.subcommands().keySet());
        String open = inside + "; and not __fish_seen_subcommand_from " + names;
        options(command, open);
        for (Map.Entry<String, CommandLine> each : command.subcommands().entrySet()) {
            CommandSpec sub = each.getValue().getCommandSpec();
            command(each.getKey(), sub, open);
            options(sub, inside + "; and __fish_seen_subcommand_from " + each.getKey());
        }
    }

    private void command(String name, CommandSpec command, String condition) {
        line(condition, "-f -a " + name + " -d " + quoted(description(command)));
    }

    private void words(List<String> words, String condition) {
        if (!words.isEmpty()) {
            line(condition, "-f -a " + quoted(String.join(" ", words)));
        }
    }

    private void options(CommandSpec command, String condition) {
        for (OptionSpec option : command.options()) {
            StringJoiner parts = new StringJoiner(" ");
            for (String name : option.names()) {
                parts.add(
                        name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.charAt(1));
            }
            List<String> words = OptionWords.of(command.name(), option.longestName());
            if (option.arity().max() > 0) {
                parts.add(words.isEmpty() ? "-r -F" : "-x -a " + quoted(String.join(" ", words)));
            }
            parts.add("-d " + quoted(String.join(" ", option.description())));
            line(condition, parts.toString());
        }
    }

    private void line(String condition, String rest) {
        script.append("complete -c ")
                .append(program)
                .append(" -n ")
                .append(quoted(condition))
                .append(' ')
                .append(rest)
                .append('\n');
    }

    private static String description(CommandSpec command) {
        return String.join(" ", command.usageMessage().description());
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
