package io.plimsoll.daemon.docker;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.http.Endpoint;
import io.plimsoll.daemon.http.Quoted;
import io.plimsoll.daemon.http.TlsFiles;
import io.plimsoll.image.json.Json;
import io.plimsoll.image.layer.Hash;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The contexts of the Docker CLI.
///
/// Source: Docker CLI, "Docker contexts": a context's folder is named by the SHA-256 of its name,
/// `contexts/meta/…/meta.json` holds the host, `contexts/tls/…/docker` the certificates.
final class Contexts {
    private static final String DEFAULT = "default";
    private static final int MAX_FILE = 1024 * 1024;

    private final Path folder;
    private final Environment environment;

    private Contexts(Path folder, Environment environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /// The contexts of a user; nothing where there is no home to hold them.
    static Optional<Contexts> of(Environment environment) {
        return environment
                .folder("DOCKER_CONFIG")
                .or(() -> environment.folder("HOME").map(home -> home.resolve(".docker")))
                .map(folder -> new Contexts(folder, environment));
    }

    /// The engine of the context in use; nothing where that is the default one.
    ///
    /// @throws EngineException if the context does not exist or names no host
    Optional<Place> current() throws IOException {
        Optional<String> named = environment.variable("DOCKER_CONTEXT");
        Optional<String> name = named.isPresent() ? named : configured();
        if (name.isEmpty() || name.get().isEmpty() || name.get().equals(DEFAULT)) {
            return Optional.empty();
        }
        return Optional.of(place(name.get()));
    }

    private Optional<String> configured() throws IOException {
        Path config = folder.resolve("config.json");
        return Files.isRegularFile(config)
                ? read(config).get("currentContext").text()
                : Optional.empty();
    }

    private Place place(String name) throws IOException {
        String id = Hash.of(name.getBytes(StandardCharsets.UTF_8), "sha256").hex();
        Path meta = folder.resolve("contexts").resolve("meta").resolve(id).resolve("meta.json");
        String source = "the Docker context " + Quoted.of(name);
        if (!Files.isRegularFile(meta)) {
            throw new EngineException(
                    source
                            + " does not exist: there is no '"
                            + meta
                            + "'; `docker context ls` lists those that do, DOCKER_HOST goes before"
                            + " all of them");
        }
        Json docker = read(meta).get("Endpoints").get("docker");
        Optional<String> host = docker.get("Host").text().filter(text -> !text.isEmpty());
        if (host.isEmpty()) {
            throw new EngineException(source + " names no host in '" + meta + "'");
        }
        Path tls = folder.resolve("contexts").resolve("tls").resolve(id).resolve("docker");
        if (docker.get("SkipTLSVerify").flag()) {
            throw new EngineException(
                    source
                            + " skips the check of certificates, which is not done here; give it"
                            + " the authority's certificate instead");
        }
        Optional<TlsFiles> files =
                Files.isDirectory(tls) ? Optional.of(new TlsFiles(tls)) : Optional.empty();
        Endpoint endpoint = Hosts.parse(host.get(), source, files);
        return new Place(endpoint, source);
    }

    private static Json read(Path file) throws IOException {
        if (Files.size(file) > MAX_FILE) {
            throw new EngineException("'" + file + "' is larger than any configuration");
        }
        return Json.parse(Files.readAllBytes(file), Limits.standard(), "'" + file + "'");
    }
}
