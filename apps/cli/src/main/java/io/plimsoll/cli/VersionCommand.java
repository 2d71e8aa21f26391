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
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage().description("Prints the version.");
        return spec;
    }

    ExitCode run() throws IOException {
        console.out()
                .write(("plimsoll " + Version.current() + "\n").getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
