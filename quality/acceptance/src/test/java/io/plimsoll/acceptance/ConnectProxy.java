package io.plimsoll.acceptance;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A proxy that opens tunnels (`CONNECT`) for whoever has its login, to ports of this machine whatever
/// host is asked for.
final class ConnectProxy implements AutoCloseable {
    private final ServerSocket server;
    private final String login;
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /// @param login `NAME:PASSWORD`
    ConnectProxy(String login) throws IOException {
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.login = Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        Thread.ofVirtual().start(this::accept);
    }

    String host() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    /// The first lines of all requests that were let through.
    List<String> passed() {
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
            OutputStream out = client.getOutputStream();
            String head = head(client.getInputStream());
            if (!head.contains("Proxy-Authorization: Basic " + login + "\r\n")) {
                say(
                        out,
                        "407 Proxy Authentication Required\r\n"
                                + "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0");
                return;
            }
            String[] line = head.lines().findFirst().orElseThrow().split(" ", 3);
            if (!line[0].equals("CONNECT")) {
                say(out, "405 Method Not Allowed\r\nContent-Length: 0");
                return;
            }
            heads.add(line[0] + " " + line[1]);
            int port = Integer.parseInt(line[1].substring(line[1].lastIndexOf(':') + 1));
            try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), port)) {
                say(out, "200 Connection established");
                Thread.ofVirtual().start(() -> copy(client, behind));
                behind.getInputStream().transferTo(out);
            }
        } catch (IOException cut) {
            // The client has all that it wanted.
        }
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

    private static void say(OutputStream out, String answer) throws IOException {
        out.write(("HTTP/1.1 " + answer + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
