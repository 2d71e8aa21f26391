package io.plimsoll.daemon.http;

import java.io.IOException;
import java.io.InputStream;

/// An open connection to an engine.
public interface Connection extends AutoCloseable {
    /// Sends a request.
    void send(byte[] request) throws IOException;

    /// What the engine sends. A read that brings nothing for as long as the connection waits fails
    /// with a {@link java.net.SocketTimeoutException}.
    InputStream in();

    @Override
    void close() throws IOException;
}
