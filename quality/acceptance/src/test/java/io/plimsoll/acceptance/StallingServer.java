package io.plimsoll.acceptance;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// A web server that falls silent in the middle of one answer and stays so until the test is over.
final class StallingServer implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<String, byte[]> files;
    private final String stallsAt;
    private final int after;
    private final CountDownLatch stalled = new CountDownLatch(1);
    private final CountDownLatch over = new CountDownLatch(1);

    /// @param files by path, without the first slash
    /// @param stallsAt how the path ends whose answer is not finished
    /// @param after percent of that answer; 0 for nothing, not even a head
    StallingServer(Map<String, byte[]> files, String stallsAt, int after) throws IOException {
        this.files = Map.copyOf(files);
        this.stallsAt = stallsAt;
        this.after = after;
        this.server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    /// `127.0.0.1:PORT`.
    String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /// Waits until it has fallen silent.
    void untilStalled() throws InterruptedException {
        stalled.await();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring(1);
            byte[] bytes = files.get(path);
            boolean stalls = path.endsWith(stallsAt);
            if (stalls && after == 0) {
                stall();
            } else if (bytes == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, bytes.length);
                OutputStream out = exchange.getResponseBody();
                out.write(bytes, 0, stalls ? bytes.length / 100 * after : bytes.length);
                out.flush();
                if (stalls) {
                    stall();
                }
            }
        }
    }

    private void stall() {
        stalled.countDown();
        try {
            over.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
