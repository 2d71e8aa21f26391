package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// A connection by way of a channel. The channel does not block, because a channel of a Unix socket
/// knows no timeout; waiting is a selector's work.
final class ChannelConnection implements Connection {
    private static final int BUFFER = 64 * 1024;

    private final SocketChannel channel;
    private final Selector selector;
    private final Duration wait;
    private final InputStream in = new Incoming();

    private ChannelConnection(SocketChannel channel, Selector selector, Duration wait) {
        this.channel = channel;
        this.selector = selector;
        this.wait = wait;
    }

    /// Connects to a socket of this machine.
    static ChannelConnection to(Endpoint.Unix endpoint, Duration wait) throws IOException {
        return open(UnixDomainSocketAddress.of(endpoint.socket()), wait);
    }

    /// Connects to a port.
    static ChannelConnection to(Endpoint.Tcp endpoint, Duration wait) throws IOException {
        InetSocketAddress address = new InetSocketAddress(endpoint.host(), endpoint.port());
        if (address.isUnresolved()) {
            throw new UnknownHostException("no address is known for '" + endpoint.host() + "'");
        }
        return open(address, wait);
    }

    @SuppressWarnings("MustBeClosed") // the connection owns both
    private static ChannelConnection open(SocketAddress address, Duration wait) throws IOException {
        SocketChannel channel =
                address instanceof UnixDomainSocketAddress
                        ? SocketChannel.open(java.net.StandardProtocolFamily.UNIX)
                        : SocketChannel.open();
        try {
            channel.configureBlocking(false);
            Selector selector = Selector.open();
            ChannelConnection connection = new ChannelConnection(channel, selector, wait);
            channel.register(selector, SelectionKey.OP_CONNECT);
            if (!channel.connect(address)) {
                while (!channel.finishConnect()) {
                    connection.await(SelectionKey.OP_CONNECT);
                }
            }
            return connection;
        } catch (IOException | RuntimeException failure) {
            channel.close();
            throw failure;
        }
    }

    @Override
    public void send(byte[] request) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(request);
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) == 0) {
                await(SelectionKey.OP_WRITE);
            }
        }
    }

    @Override
    public InputStream in() {
        return in;
    }

    @Override
    public void close() throws IOException {
        selector.close();
        channel.close();
    }

    private void await(int operation) throws IOException {
        SelectionKey key = java.util.Objects.requireNonNull(channel.keyFor(selector));
        key.interestOps(operation);
        long deadline = System.nanoTime() + wait.toNanos();
        while (true) {
            long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left <= 0) {
                throw new SocketTimeoutException(
                        "nothing came within " + wait.toSeconds() + " seconds");
            }
            int ready = selector.select(left);
            selector.selectedKeys().clear();
            if (Thread.currentThread().isInterrupted()) {
                throw new InterruptedIOException("interrupted while waiting for the engine");
            }
            if (ready > 0) {
                return;
            }
        }
    }

    /// The bytes that come in.
    private final class Incoming extends InputStream {
        private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).flip();

        @Override
        public int read() throws IOException {
            return fill() ? buffer.get() & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (length == 0) {
                return 0;
            }
            if (!fill()) {
                return -1;
            }
            int count = Math.min(length, buffer.remaining());
            buffer.get(target, offset, count);
            return count;
        }

        private boolean fill() throws IOException {
            if (buffer.hasRemaining()) {
                return true;
            }
            buffer.clear();
            int count = channel.read(buffer);
            while (count == 0) {
                await(SelectionKey.OP_READ);
                count = channel.read(buffer);
            }
            buffer.flip();
            return count > 0;
        }
    }
}
