package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.http.Endpoint;
import io.plimsoll.daemon.http.Quoted;
import io.plimsoll.daemon.http.TlsFiles;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/// Reads the hosts of `DOCKER_HOST`, `CONTAINER_HOST` and contexts.
///
/// Source: Docker CLI, "Daemon socket option".
final class Hosts {
    private static final int PLAIN_PORT = 2375;
    private static final int TLS_PORT = 2376;
    private static final String UNIX = "unix://";

    private Hosts() {}

    /// @param text such as `unix:///run/docker.sock` or `tcp://10.0.0.1:2376`
    /// @param source what says so, for messages
    /// @throws EngineException if it is no host that can be reached from here
    static Endpoint parse(String text, String source, Optional<TlsFiles> tls)
            throws EngineException {
        if (text.startsWith(UNIX)) {
            return new Endpoint.Unix(Path.of(text.substring(UNIX.length())));
        }
        if (text.startsWith("ssh://")) {
            throw new EngineException(
                    source
                            + " leads over ssh ("
                            + Quoted.of(text)
                            + "), which is not spoken here; forward the socket with `ssh -nNT -L"
                            + " /tmp/engine.sock:/var/run/docker.sock HOST` and name"
                            + " unix:///tmp/engine.sock, or scan on that machine");
        }
        if (text.startsWith("npipe://") || text.startsWith("fd://")) {
            throw unknown(text, source);
        }
        return port(text, source, tls);
    }

    private static Endpoint port(String text, String source, Optional<TlsFiles> tls)
            throws EngineException {
        String whole = text.contains("://") ? text : "tcp://" + text;
        URI uri;
        try {
            uri = URI.create(whole);
        } catch (IllegalArgumentException broken) {
            throw unknown(text, source);
        }
        boolean secure = tls.isPresent() || "https".equals(uri.getScheme());
        boolean spoken =
                "tcp".equals(uri.getScheme())
                        || "http".equals(uri.getScheme())
                        || "https".equals(uri.getScheme());
        if (!spoken || uri.getHost() == null) {
            throw unknown(text, source);
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : secure ? TLS_PORT : PLAIN_PORT;
        return new Endpoint.Tcp(uri.getHost(), port, tls);
    }

    private static EngineException unknown(String text, String source) {
        return new EngineException(
                source
                        + " is "
                        + Quoted.of(text)
                        + ", which cannot be reached from here; unix:///PATH and"
                        + " tcp://HOST:PORT can");
    }
}
