package io.plimsoll.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// Stands before a server and cuts connections after some bytes of its answers.
final class CuttingProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String target;
    private final int after;
    private final AtomicInteger left;
    private final Queue<String> asked = new ConcurrentLinkedQueue<>();

    private CuttingProxy(ServerSocket server, String target, int cuts, int after) {
        this.server = server;
        this.target = target;
        this.after = after;
        this.left = new AtomicInteger(cuts);
    }

    /// Before `127.0.0.1:PORT`.
    ///
    /// @param cuts how often a connection is cut
    /// @param after bytes of answers
    static CuttingProxy before(String target, int cuts, int after) throws IOException {
        CuttingProxy proxy =
                new CuttingProxy(
                        new ServerSocket(0, 50, InetAddress.getLoopbackAddress()),
                        target,
                        cuts,
                        after);
        Thread.ofVirtual().start(proxy::accept);
        return proxy;
    }

    String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// All requests that passed.
    String asked() {
        return String.join("", asked);
    }

    /// How many connections were not cut that could have been.
    int left() {
        return left.get();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                int colon = target.indexOf(':');
                Socket behind =
                        new Socket(
                                target.substring(0, colon),
                                Integer.parseInt(target.substring(colon + 1)));
                Thread.ofVirtual().start(() -> ask(client, behind));
                Thread.ofVirtual().start(() -> answer(client, behind));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void ask(Socket client, Socket behind) {
        byte[] bytes = new byte[8192];
        try (client;
                behind) {
            InputStream in = client.getInputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                asked.add(new String(bytes, 0, n, StandardCharsets.ISO_8859_1));
                behind.getOutputStream().write(bytes, 0, n);
            }
        } catch (IOException cut) {
            // As it should be.
        }
    }

    private void answer(Socket client, Socket behind) {
        byte[] bytes = new byte[8192];
        long passed = 0;
        try (client;
                behind) {
            InputStream in = behind.getInputStream();
            OutputStream out = client.getOutputStream();
            for (int n = in.read(bytes); n >= 0; n = in.read(bytes)) {
                out.write(bytes, 0, n);
                passed += n;
                if (passed > after && left.getAndUpdate(each -> Math.max(0, each - 1)) > 0) {
                    return;
                }
            }
        } catch (IOException cut) {
            // As it should be.
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
