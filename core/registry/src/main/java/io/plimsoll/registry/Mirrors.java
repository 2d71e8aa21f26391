package io.plimsoll.registry;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The servers to ask for a registry's content, mirrors first: those of the options, then for Docker
/// Hub those that Docker's engine uses (`registry-mirrors` of its `daemon.json`).
///
/// Source: Docker, "Run the engine with a registry mirror".
final class Mirrors {
    private final Transport transport;

    Mirrors(Transport transport) {
        this.transport = transport;
    }

    /// In the order of asking; the last is the registry itself.
    List<Endpoint> of(String registry) {
        RegistryOptions options = transport.options();
        List<Endpoint> all = new ArrayList<>();
        options.mirrors().stream()
                .filter(mirror -> mirror.of().equals(registry))
                .map(mirror -> Endpoint.of(mirror.host(), options, true))
                .forEach(all::add);
        if (registry.equals(ImageReference.DOCKER_HUB)) {
            files().forEach(file -> all.addAll(read(file)));
        }
        all.add(Endpoint.of(registry, options, false));
        return all;
    }

    private List<Path> files() {
        List<Path> files = new ArrayList<>();
        files.add(transport.options().etc().resolve("docker/daemon.json"));
        transport
                .options()
                .folder("XDG_CONFIG_HOME", ".config")
                .ifPresent(config -> files.add(config.resolve("docker/daemon.json")));
        return files;
    }

    private List<Endpoint> read(Path file) {
        if (!Files.isReadable(file)) {
            return List.of();
        }
        List<Endpoint> found = new ArrayList<>();
        try {
            List<String> mirrors =
                    Json.parse(Files.readAllBytes(file)).asObject().texts("registry-mirrors");
            mirrors.forEach(mirror -> endpoint(mirror, file).ifPresent(found::add));
        } catch (IOException | JsonFormatException broken) {
            transport.tell("'" + file + "' cannot be read, so its mirrors are left out");
        }
        return found;
    }

    private Optional<Endpoint> endpoint(String address, Path file) {
        try {
            URI uri = URI.create(address.replaceFirst("/+$", ""));
            boolean plain =
                    "http".equals(uri.getScheme()) && Endpoint.mayBePlain(uri, transport.options());
            boolean allowed = plain || "https".equals(uri.getScheme());
            if (allowed && uri.getHost() != null && uri.getUserInfo() == null) {
                return Optional.of(new Endpoint(Endpoint.hostOf(uri), uri, true));
            }
        } catch (IllegalArgumentException malformed) {
            // Said below.
        }
        transport.tell(
                "a mirror in '"
                        + file
                        + "' is left out: it is not an https:// address, nor an http:// one of a host"
                        + " that --plain-http names");
        return Optional.empty();
    }
}
