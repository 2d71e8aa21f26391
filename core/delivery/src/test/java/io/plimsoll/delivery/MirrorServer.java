package io.plimsoll.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.plimsoll.registry.Patience;
import io.plimsoll.registry.RegistryClient;
import io.plimsoll.registry.RegistryOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/// A static web server for a folder, with ranges, that can break off after some bytes.
final class MirrorServer implements AutoCloseable {
    private final HttpServer server;
    private final Path folder;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final AtomicLong left = new AtomicLong(Long.MAX_VALUE);
    private final AtomicLong sent = new AtomicLong();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final RegistryClient client;

    MirrorServer(Path folder) throws IOException {
        this.folder = folder;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        this.client = client(Duration.ofSeconds(20), 2);
    }

    /// Of no wait between attempts.
    private RegistryClient client(Duration stall, int attempts) {
        return new RegistryClient(
                RegistryOptions.of(Map.of())
                        .withEtc(Path.of("no-such-folder"))
                        .withPlainHttp(Set.of(host())),
                new Patience(
                        Duration.ofSeconds(20),
                        stall,
                        attempts,
                        Duration.ofMillis(2),
                        Duration.ofSeconds(1),
                        wait -> {},
                        new Random(1)),
                notice -> {});
    }

    private String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    StoreOrigin origin() {
        return new WebOrigin(client.folder(URI.create("http://" + host() + "/mirror")));
    }

    /// From now on the server gives so many bytes of bodies and then breaks every connection.
    void breakAfter(long bytes) {
        left.set(bytes);
    }

    void heal() {
        left.set(Long.MAX_VALUE);
    }

    /// Bytes of bodies.
    long sent() {
        return sent.get();
    }

    List<String> asked() {
        return asked;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String name = exchange.getRequestURI().getPath().replaceFirst("^/mirror/", "");
            asked.add(name);
            Path file = folder.resolve(name);
            if (name.contains("/") || !Files.isRegularFile(file)) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            byte[] all = Files.readAllBytes(file);
            String range = exchange.getRequestHeaders().getFirst("Range");
            int from =
                    range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=([0-9]+)-", "$1"));
            byte[] bytes = Arrays.copyOfRange(all, from, all.length);
            if (from > 0) {
                exchange.getResponseHeaders()
                        .set(
                                "Content-Range",
                                "bytes " + from + "-" + (all.length - 1) + "/" + all.length);
            }
            long may = left.getAndUpdate(each -> Math.max(0, each - bytes.length));
            exchange.sendResponseHeaders(
                    from > 0 ? 206 : 200, bytes.length == 0 ? -1 : bytes.length);
            OutputStream out = exchange.getResponseBody();
            int count = (int) Math.min(may, bytes.length);
            out.write(bytes, 0, count);
            out.flush();
            sent.addAndGet(count);
        }
    }

    @Override
    public void close() {
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
