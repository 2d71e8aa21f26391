package io.plimsoll.acceptance;

import io.plimsoll.testkit.LargeImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/// Many launchers at once in one folder, on an image of twelve layers that has to be spooled.
final class Storm {
    private static final long LIMIT_MINUTES = 5;
    private static final long EACH_MILLIS = 10;
    private static final long MIB = 1024 * 1024;

    private final Path folder;
    private final Map<String, String> environment = new TreeMap<>();

    /// @param folder the working folder
    Storm(Path folder) {
        this.folder = folder;
        environment.put("PLIMSOLL_DB_DIR", Repository.advisories().toString());
        environment.put("JAVA_HOME", System.getProperty("java.home", ""));
    }

    Storm with(String name, String value) {
        Storm other = new Storm(folder);
        other.environment.putAll(environment);
        other.environment.put(name, value);
        return other;
    }

    /// How a process ended.
    record Outcome(int code, String out, String err) {}

    /// What can be waited for.
    interface Condition {
        boolean holds() throws IOException;
    }

    /// A process that runs.
    final class Running {
        private final Process process;
        private final Path out;
        private final Path err;

        private Running(List<String> command) throws IOException {
            out = Files.createTempFile(folder, "out", ".txt");
            err = Files.createTempFile(folder, "err", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectOutput(out.toFile())
                            .redirectError(err.toFile());
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
            builder.environment().putAll(environment);
            process = builder.start();
        }

        /// Kills it and all that it started, unless it ends before.
        void killAfter(long millis) throws InterruptedException, IOException {
            if (!process.waitFor(millis, TimeUnit.MILLISECONDS)) {
                List<ProcessHandle> children = process.descendants().toList();
                process.destroyForcibly();
                children.forEach(ProcessHandle::destroyForcibly);
                for (ProcessHandle child : children) {
                    child.onExit().join();
                }
            }
            end();
        }

        /// Sends it a signal, such as `INT`.
        void signal(String name) throws IOException, InterruptedException {
            new Program(folder).lines("kill", "-" + name, String.valueOf(process.pid()));
        }

        /// Waits until it has said something on its error stream.
        ///
        /// @throws AssertionError if it ends before
        void untilItSays(String text) throws IOException, InterruptedException {
            while (!Files.readString(err, StandardCharsets.UTF_8).contains(text)) {
                if (process.waitFor(EACH_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new AssertionError(
                            "ended before: " + Files.readString(err, StandardCharsets.UTF_8));
                }
            }
        }

        /// Waits until something holds, or it has ended.
        void until(Condition condition) throws IOException, InterruptedException {
            while (!condition.holds()) {
                if (process.waitFor(EACH_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        }

        /// Waits for its end.
        Outcome end() throws InterruptedException, IOException {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError("still runs after " + LIMIT_MINUTES + " min");
            }
            Outcome outcome =
                    new Outcome(
                            process.exitValue(),
                            Files.readString(out, StandardCharsets.UTF_8),
                            Files.readString(err, StandardCharsets.UTF_8));
            Files.deleteIfExists(out);
            Files.deleteIfExists(err);
            return outcome;
        }
    }

    /// Starts a command.
    ///
    /// Signals are heard whatever the tests were started by: a shell has its background jobs ignore
    /// Ctrl-C, and so would all that they start.
    Running start(String... command) throws IOException {
        List<String> all = new ArrayList<>(List.of("env", "--default-signal=INT,TERM"));
        all.addAll(List.of(command));
        return new Running(all);
    }

    /// Starts the same command several times at once and waits for all.
    List<Outcome> together(int times, String... command) throws IOException, InterruptedException {
        List<Running> running = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            running.add(start(command));
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (Running each : running) {
            outcomes.add(each.end());
        }
        return outcomes;
    }

    /// A compressed `docker save` archive of twelve layers.
    static Path image(Path folder) throws IOException {
        Path plain = folder.resolve("storm.tar");
        LargeImage.write(plain, new LargeImage.Shape(12, 3000, 4 * MIB, 24 * MIB));
        Path packed = folder.resolve("storm.tar.gz");
        try (InputStream in = Files.newInputStream(plain);
                OutputStream out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            in.transferTo(out);
        }
        Files.delete(plain);
        return packed;
    }

    /// The files of a folder and those below, by their path in it.
    static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                Files.copy(file, bytes);
                files.put(
                        folder.relativize(file).toString(),
                        bytes.toString(StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }
}
