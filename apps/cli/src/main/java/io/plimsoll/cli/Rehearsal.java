package io.plimsoll.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// Runs what users run, one call after another and printing nothing, so that the JVM's cache of
/// classes, made from this process, holds what they need.
final class Rehearsal {
    private Rehearsal() {}

    public static void main(String[] arguments) throws IOException {
        Map<String, String> environment = System.getenv();
        Console silent =
                new Console(
                        OutputStream.nullOutputStream(),
                        new PrintStream(
                                OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        false,
                        false,
                        environment,
                        new Activity());
        List<String> calls = Files.readAllLines(Path.of(arguments[0]));
        for (String call : calls) {
            Main.run(silent, call.split(" ", -1));
        }
    }
}
