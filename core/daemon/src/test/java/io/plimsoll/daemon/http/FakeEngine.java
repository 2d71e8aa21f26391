package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// A socket that answers every request with the same bytes, whatever they are, and closes.
public final class FakeEngine implements AutoCloseable {
    /// Says what is sent.
    @FunctionalInterface
    public interface Answer {
        /// Writes the answer to a request.
        void write(String request, SocketChannel to) throws IOException;
    }

    private final Path socket;
    private final ServerSocketChannel server;
    private final Thread thread;
    private final List<String> requests = new CopyOnWriteArrayList<>();

    private FakeEngine(Path socket, Answer answer) throws IOException {
        this.socket = socket;
        this.server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(socket));
        this.thread = Thread.ofPlatform().daemon().start(() -> serve(answer));
    }

    public static FakeEngine answering(Path socket, String answer) throws IOException {
        byte[] bytes = answer.getBytes(StandardCharsets.ISO_8859_1);
        return new FakeEngine(socket, (request, to) -> write(to, bytes));
    }

    public static FakeEngine answering(Path socket, Answer answer) throws IOException {
        return new FakeEngine(socket, answer);
    }

    /// Sends all of some bytes.
    public static void write(SocketChannel to, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            to.write(buffer);
        }
    }

    public Endpoint.Unix endpoint() {
        return new Endpoint.Unix(socket);
    }

    /// The first lines of the requests.
    public List<String> requests() {
        return List.copyOf(requests);
    }

    private void serve(Answer answer) {
        while (server.isOpen()) {
            try (SocketChannel channel = server.accept()) {
                String request = request(channel);
                requests.add(request);
                answer.write(request, channel);
            } catch (IOException closedByClient) {
                // The client has had enough, or the test is over.
            }
        }
    }

    /// The first line; the rest of the head is read too, lest closing cut the answer short.
    private static String request(SocketChannel channel) throws IOException {
        StringBuilder head = new StringBuilder();
        java.io.InputStream in = Channels.newInputStream(channel);
        while (head.indexOf("\r\n\r\n") < 0) {
            int b = in.read();
            if (b < 0) {
                break;
            }
            head.append((char) b);
        }
        return head.substring(0, Math.max(0, head.indexOf("\r\n")));
    }

    @Override
    public void close() {
        try {
            server.close();
            thread.join();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
