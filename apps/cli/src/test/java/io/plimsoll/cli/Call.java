package io.plimsoll.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/// One call of the program in memory.
///
/// @param code how it ended
/// @param out what it wrote to standard output
/// @param err what it wrote to standard error
record Call(int code, String out, String err) {
    /// Runs the program with its folders below one that is thrown away.
    static Call of(Path folder, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Map<String, String> environment =
                Map.of(
                        "PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString(),
                        "HOME", folder.toString());
        Console console =
                new Console(
                        out,
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        false,
                        false,
                        environment,
                        new Activity());
        int code = new CommandLineTool(console).run(arguments);
        return new Call(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
