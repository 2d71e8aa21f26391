package io.plimsoll.truth;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program of an ecosystem, run once.
final class Tool {
    private Tool() {}

    /// Runs a program and returns the lines of its standard output.
    ///
    /// @param folder where input and output are kept, as `in` and `out`
    /// @param input what the program reads from standard input
    /// @param debianPackage the package that installs the program
    /// @throws AssertionError if the program is missing or fails
    static List<String> run(Path folder, List<String> command, String input, String debianPackage)
            throws IOException, InterruptedException {
        Path in = Files.writeString(folder.resolve("in"), input, StandardCharsets.UTF_8);
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        Process process;
        try {
            process =
                    new ProcessBuilder(command)
                            .redirectInput(in.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile())
                            .start();
        } catch (IOException e) {
            throw new AssertionError(
                    command.getFirst() + " is missing: install the Debian package " + debianPackage,
                    e);
        }
        int status = process.waitFor();
        if (status != 0) {
            throw new AssertionError(
                    "%s ended with %d (Debian package %s): %s"
                            .formatted(
                                    command.getFirst(),
                                    status,
                                    debianPackage,
                                    Files.readString(err, StandardCharsets.UTF_8)));
        }
        return Files.readAllLines(out, StandardCharsets.UTF_8);
    }
}
