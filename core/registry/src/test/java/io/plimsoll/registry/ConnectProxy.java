package io.plimsoll.registry;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy that opens every tunnel to a port of this machine, or answers in one way.
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String refusal;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /// @param refusal the status line for all requests; empty to let them through
    ConnectProxy(String refusal) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.refusal = refusal;
        Thread.ofVirtual().start(this::accept);
    }

    String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// The heads of all requests to the proxy itself.
    List<String> heads() {
        return List.copyOf(heads);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            heads.add(head);
            OutputStream out = client.getOutputStream();
            if (!refusal.isEmpty()) {
                say(out, "HTTP/1.1 " + refusal + "\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            boolean tunnel = head.startsWith("CONNECT ");
            String address = head.split(" ", 3)[1].replaceFirst("^http://", "").split("/", 2)[0];
            int port = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
            try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), port)) {
                if (tunnel) {
                    say(out, "HTTP/1.1 200 Connection established\r\n\r\n");
                } else {
                    say(behind.getOutputStream(), withoutLogin(head));
                }
                Thread.ofVirtual().start(() -> copy(client, behind));
                behind.getInputStream().transferTo(out);
            }
        } catch (IOException cut) {
            // The client has all that it wanted.
        }
    }

    private static String withoutLogin(String head) {
        StringBuilder rest = new StringBuilder();
        for (String line : head.split("(?<=\n)", -1)) {
            boolean own = line.toLowerCase(Locale.ROOT).startsWith("proxy-");
            rest.append(own ? "" : line.replaceFirst("^(\\w+) http://[^/]+", "$1 "));
        }
        return rest.toString();
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException cut) {
            // The other direction has ended.
        }
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int c = in.read();
            if (c < 0) {
                throw new IOException("no whole request");
            }
            head.append((char) c);
        }
        return head.toString();
    }

    private static void say(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
