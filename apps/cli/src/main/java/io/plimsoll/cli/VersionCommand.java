package io.plimsoll.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
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

    ExitCode run() {
        byte[] line = ("plimsoll " + Version.current() + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            console.out().write(line);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return ExitCode.DONE;
    }
}
