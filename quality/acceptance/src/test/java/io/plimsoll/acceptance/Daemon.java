package io.plimsoll.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server that runs beside a test and ends with it.
final class Daemon implements AutoCloseable {
    private static final int TRIES = 600;
    private static final int EACH_MILLIS = 50;
    private static final int END_SECONDS = 30;

    private final Process process;

    private Daemon(Process process) {
        this.process = process;
    }

    /// Starts a server and waits until its socket is there.
    ///
    /// @throws AssertionError if it ends before, with what it said
    static Daemon start(Path socket, Path log, List<String> command)
            throws IOException, InterruptedException {
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Daemon daemon = new Daemon(process);
        for (int i = 0; i < TRIES && !Files.exists(socket); i++) {
            if (process.waitFor(EACH_MILLIS, TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        command + ":\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
        }
        if (!Files.exists(socket)) {
            daemon.close();
            throw new AssertionError(
                    command
                            + " never opened its socket:\n"
                            + Files.readString(log, StandardCharsets.UTF_8));
        }
        return daemon;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
