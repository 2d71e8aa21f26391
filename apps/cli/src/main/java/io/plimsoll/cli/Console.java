package io.plimsoll.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/// The streams and surroundings of one call: the only door to the standard streams and the
/// environment.
///
/// @param out carries the report and nothing else
/// @param err carries progress, notices and errors
/// @param outIsTerminal whether a person reads `out`
/// @param errIsTerminal whether a person reads `err`
/// @param environment the environment variables
/// @param activity what the call is doing
record Console(
        OutputStream out,
        PrintStream err,
        boolean outIsTerminal,
        boolean errIsTerminal,
        Map<String, String> environment,
        Activity activity) {
    static Console system() {
        // Set by the launcher, which can ask for each stream at no cost.
        String terminals = System.getProperty("plimsoll.terminals", "");
        return new Console(
                new StandardOutput(new FileOutputStream(FileDescriptor.out)),
                new PrintStream(
                        new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8),
                terminals.contains("out"),
                terminals.contains("err"),
                System.getenv(),
                new Activity());
    }

    /// An environment variable, empty where it is not set.
    String variable(String name) {
        return environment.getOrDefault(name, "");
    }
}
