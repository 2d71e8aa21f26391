package io.plimsoll.daemon.http;

import java.nio.file.Path;
import java.util.Optional;

/// Where an engine listens.
public sealed interface Endpoint {
    /// As `DOCKER_HOST` writes it, for messages.
    String describe();

    /// A socket of this machine.
    record Unix(Path socket) implements Endpoint {
        @Override
        public String describe() {
            return "unix://" + socket;
        }
    }

    /// A port, of this machine or another.
    ///
    /// @param tls the certificates to use; empty for plain HTTP
    record Tcp(String host, int port, Optional<TlsFiles> tls) implements Endpoint {
        @Override
        public String describe() {
            return "tcp://" + host + ":" + port;
        }
    }
}
