package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that is run as a process: a tool of Debian, or the launcher.
final class Program {
    /// Beyond this a program hangs.
    private static final long LIMIT_MINUTES = 5;

    /// Building all of it twice is work, on a busy machine above all.
    private static final long LIMIT_MINUTES_OF_A_BUILD = 30;

    private final Path folder;
    private final Map<String, String> environment = new HashMap<>();
    private final long limitMinutes;

    /// @param folder the working folder
    Program(Path folder) {
        this(folder, LIMIT_MINUTES);
    }

    private Program(Path folder, long limitMinutes) {
        this.folder = folder;
        this.limitMinutes = limitMinutes;
    }

    /// A program that compiles all sources.
    static Program build(Path folder) {
        return new Program(folder, LIMIT_MINUTES_OF_A_BUILD);
    }

    /// How a run ended.
    ///
    /// @param command what was run
    /// @param code the exit code
    /// @param out all of the standard output
    /// @param err all of the standard error
    record Outcome(String command, int code, String out, String err) {
        /// The same, if the program ended as it should.
        ///
        /// @throws AssertionError if not
        Outcome withCode(int expected) {
            assertThat(code).as("%s%n%s%n%s", command, out, err).isEqualTo(expected);
            return this;
        }

        List<String> lines() {
            return out.lines().toList();
        }
    }

    /// The same program with a variable in its environment.
    Program with(String name, String value) {
        Program other = new Program(folder, limitMinutes);
        other.environment.putAll(environment);
        other.environment.put(name, value);
        return other;
    }

    /// Runs a command and waits for its end.
    Outcome run(String... command) throws IOException, InterruptedException {
        Path out = Files.createTempFile("plimsoll-out", ".txt");
        Path err = Files.createTempFile("plimsoll-err", ".txt");
        try {
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
            builder.environment().putAll(environment);
            Process process = builder.start();
            if (!process.waitFor(limitMinutes, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(
                        String.join(" ", command) + " still runs after " + limitMinutes + " min");
            }
            return new Outcome(
                    String.join(" ", command),
                    process.exitValue(),
                    Files.readString(out, StandardCharsets.UTF_8),
                    Files.readString(err, StandardCharsets.UTF_8));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    /// Runs a command that must succeed.
    ///
    /// @return the lines of its standard output
    List<String> lines(String... command) throws IOException, InterruptedException {
        return run(command).withCode(0).lines();
    }
}
