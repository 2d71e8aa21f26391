package io.plimsoll.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll completion SHELL`: a script by which a shell completes commands, options and words.
final class CompletionCommand {
    private final Console console;

    CompletionCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command("Prints a script by which a shell completes what is typed.");
        Options.parameter(spec, "SHELL", "bash, zsh or fish");
        return spec;
    }

    /// @param commands all of them
    ExitCode run(ParseResult parsed, CommandSpec commands) throws IOException {
        console.out()
                .write(
                        script(Options.parameter(parsed, 0), commands)
                                .getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    /// @throws IllegalArgumentException if there is no such shell
    static String script(String shell, CommandSpec commands) {
        CommandSpec all = OptionWords.added(commands);
        String name = commands.name();
        return switch (shell) {
            case "bash" -> AutoComplete.bash(name, new CommandLine(all));
            // Where zsh completes for the first time, it loads the file and calls what it defines.
            case "zsh" ->
                    "#compdef "
                            + name
                            + "\n"
                            + AutoComplete.bash(name, new CommandLine(all))
                            + "\n[ \"${funcstack[1]}\" = _"
                            + name
                            + " ] && _bash_complete -o default -F _complete_"
                            + name
                            + "\n";
            case "fish" -> FishCompletion.of(all);
            default ->
                    throw new IllegalArgumentException(
                            "'" + shell + "' is none of the shells bash, zsh and fish");
        };
    }
}
