package io.plimsoll.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Python's web server for the files of a folder, on a free port of this machine.
final class StaticServer implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("port ([0-9]+)");

    private final Process process;
    private final String host;

    private StaticServer(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    static StaticServer of(Path folder) throws IOException {
        Process process =
                new ProcessBuilder("python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.1")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader log =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = String.valueOf(log.readLine());
        Matcher listening = LISTENING.matcher(line);
        if (!listening.find()) {
            process.destroy();
            throw new AssertionError("no web server: " + line);
        }
        Thread.ofVirtual().start(() -> drain(log));
        return new StaticServer(process, "127.0.0.1:" + listening.group(1));
    }

    /// A server whose log nobody reads stands still one day.
    private static void drain(BufferedReader log) {
        try {
            while (log.readLine() != null) {}
        } catch (IOException ended) {
            // With the server.
        }
    }

    /// `127.0.0.1:PORT`.
    String host() {
        return host;
    }

    String address() {
        return "http://" + host + "/";
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
