package io.plimsoll.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Model.CommandSpec;

/// `plimsoll version`.
final class VersionCommand {
    private final Console console;

    VersionCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec = Options.command("Prints the version.");
        return spec;
    }

    ExitCode run() throws IOException {
        byte[] line = ("plimsoll " + Version.current() + "\n").getBytes(StandardCharsets.UTF_8);
        console.out().write(line);
        return ExitCode.DONE;
    }
}
