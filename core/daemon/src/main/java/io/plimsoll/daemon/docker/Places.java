package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.http.Endpoint;
import io.plimsoll.daemon.http.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Finds the place of an engine: the one that is named, else the first usual one with a socket.
///
/// | | named by | usual places |
/// |---|---|---|
/// | Docker | `DOCKER_HOST`, `DOCKER_CONTEXT`, the current context | `/var/run/docker.sock`, `$XDG_RUNTIME_DIR/docker.sock`, `~/.docker/run/docker.sock`, `~/.docker/desktop/docker.sock` |
/// | Podman | `CONTAINER_HOST` | `/run/podman/podman.sock`, `$XDG_RUNTIME_DIR/podman/podman.sock` |
final class Places {
    private final EngineKind kind;
    private final Environment environment;

    Places(EngineKind kind, Environment environment) {
        this.kind = kind;
        this.environment = environment;
    }

    /// @throws EngineException if there is none; the message lists the places that were tried
    Place find() throws IOException {
        Optional<Place> named = named();
        if (named.isPresent()) {
            return named.get();
        }
        List<Path> usual = usual();
        for (Path socket : usual) {
            if (Files.exists(socket)) {
                return new Place(new Endpoint.Unix(socket), "the usual place");
            }
        }
        List<String> tried = usual.stream().map(Path::toString).toList();
        throw new EngineException(
                "no "
                        + kind.title()
                        + " engine was found: there is no socket at "
                        + String.join(", ", tried)
                        + "; "
                        + remedy());
    }

    private String remedy() {
        return kind == EngineKind.DOCKER
                ? "start it, or name its socket in DOCKER_HOST"
                : "start it with `podman system service`, or name its socket in CONTAINER_HOST";
    }

    private Optional<Place> named() throws IOException {
        Optional<String> host = environment.variable(kind.variable());
        if (host.isPresent()) {
            Optional<TlsFiles> tls = kind == EngineKind.DOCKER ? tls() : Optional.empty();
            return Optional.of(
                    new Place(Hosts.parse(host.get(), kind.variable(), tls), kind.variable()));
        }
        Optional<Contexts> contexts =
                kind == EngineKind.DOCKER ? Contexts.of(environment) : Optional.empty();
        return contexts.isPresent() ? contexts.get().current() : Optional.empty();
    }

    /// As the Docker CLI has it, any value but an empty one asks for TLS.
    private Optional<TlsFiles> tls() throws EngineException {
        if (environment.variable("DOCKER_TLS_VERIFY").isEmpty()) {
            return Optional.empty();
        }
        Optional<Path> folder =
                environment
                        .folder("DOCKER_CERT_PATH")
                        .or(() -> environment.folder("DOCKER_CONFIG"))
                        .or(() -> environment.folder("HOME").map(home -> home.resolve(".docker")));
        return Optional.of(
                new TlsFiles(
                        folder.orElseThrow(() ->
                                new EngineException(
                                        "DOCKER_TLS_VERIFY is set, but nothing says where the"
                                                + " certificates are; set DOCKER_CERT_PATH"))));
    }

    private List<Path> usual() {
        List<Path> sockets = new ArrayList<>();
        Optional<Path> runtime = environment.folder("XDG_RUNTIME_DIR");
        if (kind == EngineKind.PODMAN) {
            sockets.add(environment.place("/run/podman/podman.sock"));
            runtime.ifPresent(folder -> sockets.add(folder.resolve("podman/podman.sock")));
            return sockets;
        }
        sockets.add(environment.place("/var/run/docker.sock"));
        runtime.ifPresent(folder -> sockets.add(folder.resolve("docker.sock")));
        environment
                .folder("HOME")
                .map(home -> home.resolve(".docker"))
                .ifPresent(folder -> {
                    sockets.add(folder.resolve("run/docker.sock"));
                    sockets.add(folder.resolve("desktop/docker.sock"));
                });
        return sockets;
    }
}
