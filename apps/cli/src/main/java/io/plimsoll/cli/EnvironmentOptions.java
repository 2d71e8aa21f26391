package io.plimsoll.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/// Options from the environment: `PLIMSOLL_FAIL_ON=high` stands for `--fail-on=high` where the command
/// line does not name the option itself.
final class EnvironmentOptions {
    private static final String PREFIX = "PLIMSOLL_";

    private EnvironmentOptions() {}

    /// The arguments with what the environment adds to the command that they call.
    static String[] added(String[] arguments, ParseResult parsed, Map<String, String> environment) {
        ParseResult last = parsed;
        while (last.hasSubcommand()) {
            last = last.subcommand();
        }
        List<String> all = new ArrayList<>(List.of(arguments));
        for (OptionSpec option : last.commandSpec().options()) {
            String value = environment.getOrDefault(variable(option), "");
            if (!value.isEmpty() && !last.hasMatchedOption(option) && !option.usageHelp()) {
                argument(option, value, all);
            }
        }
        return all.toArray(String[]::new);
    }

    /// The variable of an option: `PLIMSOLL_FAIL_ON` for `--fail-on`.
    static String variable(OptionSpec option) {
        return PREFIX
                + option.longestName()
                        .replaceFirst("^--", "")
                        .toUpperCase(Locale.ROOT)
                        .replace('-', '_');
    }

    private static void argument(OptionSpec option, String value, List<String> arguments) {
        boolean takesValue = option.arity().max() > 0;
        if (takesValue) {
            arguments.add(option.longestName() + "=" + value);
        } else if (value.equals("1") || value.equalsIgnoreCase("true")) {
            arguments.add(option.longestName());
        }
    }
}
