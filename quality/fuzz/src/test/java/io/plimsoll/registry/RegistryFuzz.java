package io.plimsoll.registry;

import io.plimsoll.fuzz.FuzzTarget;
import io.plimsoll.fuzz.Scratch;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.registry.source.RegistryImages;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/// What registries say, and the files that hold logins for them.
public final class RegistryFuzz {
    /// Stands between answers, and is the server's own host in them.
    private static final String NEXT = "\n@NEXT@\n";

    private static final String HOST = "@HOST@";

    private static final int MOST_ANSWERS = 20;

    private RegistryFuzz() {}

    /// A registry that answers one request after another with the parts of the input, whatever it is
    /// asked: an image is read from it, or it is said why not.
    public static void registry(byte[] input) throws IOException, InterruptedException {
        try (ServerSocket server = new ServerSocket(0, 20, InetAddress.getLoopbackAddress())) {
            String host = "127.0.0.1:" + server.getLocalPort();
            String text = new String(input, StandardCharsets.ISO_8859_1).replace(HOST, host);
            String[] answers = text.split(NEXT, MOST_ANSWERS);
            // Ends with the socket.
            Thread.ofVirtual().start(() -> serve(server, answers));
            read(host);
        }
    }

    private static void serve(ServerSocket server, String... answers) {
        for (int i = 0; !server.isClosed(); i++) {
            try (Socket client = server.accept()) {
                head(client.getInputStream());
                String answer = i < answers.length ? answers[i] : "HTTP/1.1 404 N\r\n\r\n";
                client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException ended) {
                // The client has had enough, or the run is over.
            }
        }
    }

    /// Reads to the blank line.
    private static void head(InputStream in) throws IOException {
        int last = 0;
        for (int c = in.read(); c >= 0; c = in.read()) {
            if (c == '\n' && last == '\n') {
                return;
            }
            last = c == '\r' ? last : c;
        }
    }

    private static void read(String host) throws IOException, InterruptedException {
        Limits limits =
                Limits.standard()
                        .with(Limit.NESTED_SIZE, 8 * 1024 * 1024)
                        .with(Limit.MEMORY_FILE, 8 * 1024 * 1024);
        RegistryOptions options =
                RegistryOptions.of(Map.of("DOCKER_CONFIG", "/no-such-folder"))
                        .withEtc(Path.of("/no-such-folder"))
                        .withPlainHttp(Set.of(host));
        Patience patience =
                new Patience(
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(5),
                        2,
                        Duration.ofMillis(1),
                        Duration.ofSeconds(1),
                        ignored -> {},
                        new Random(1));
        try (Image image =
                new RegistryImages(options, patience, FuzzTarget::shown)
                        .open(host + "/app:1", OpenOptions.standard().withLimits(limits))) {
            for (Layer layer : image.layers()) {
                layer.read(entry -> {}, bytes -> {});
            }
        } catch (RegistryException
                | ImageFormatException
                | ImageNotFoundException
                | LimitExceededException documented) {
            FuzzTarget.shown(String.valueOf(documented.getMessage()));
        }
    }

    /// The header that says what a login must look like.
    public static void challenge(byte[] input) {
        String header = new String(input, StandardCharsets.ISO_8859_1);
        for (Challenge each : Challenge.parse(List.of(header, header))) {
            FuzzTarget.require(!each.scheme().isEmpty(), "a challenge without a scheme");
        }
    }

    /// A configuration of Docker. No helper is found, since there is no PATH.
    public static void dockerConfig(byte[] input) throws IOException, InterruptedException {
        Path file = Scratch.write("config.json", input);
        RegistryOptions options =
                RegistryOptions.of(
                        Map.of("DOCKER_CONFIG", String.valueOf(file.getParent()), "PATH", ""));
        for (String host : List.of("registry.example", "docker.io")) {
            try {
                new DockerConfig(options).find(host, "team/app");
            } catch (RegistryException documented) {
                FuzzTarget.shown(String.valueOf(documented.getMessage()));
            }
        }
    }
}
