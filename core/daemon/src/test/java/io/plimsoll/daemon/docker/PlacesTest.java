package io.plimsoll.daemon.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.http.Endpoint;
import io.plimsoll.daemon.http.TlsFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Where an engine is, by every way to name it.
final class PlacesTest {
    /// The SHA-256 of `desk`.
    private static final String DESK =
            "49be417ad74080a0031b636b44cfc26fdd0065492d6cd3b033960c4414955cf7";

    @TempDir Path root;

    private Endpoint find(EngineKind kind, Map<String, String> variables) throws IOException {
        return new Places(kind, new Environment(variables, root)).find().endpoint();
    }

    private Path touch(String path) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.createFile(file);
    }

    @ParameterizedTest
    @CsvSource({
        "DOCKER, var/run/docker.sock",
        "DOCKER, run/user/docker.sock",
        "DOCKER, home/.docker/run/docker.sock",
        "DOCKER, home/.docker/desktop/docker.sock",
        "PODMAN, run/podman/podman.sock",
        "PODMAN, run/user/podman/podman.sock"
    })
    void aSocketAtAUsualPlaceIsTaken(EngineKind kind, String path) throws Exception {
        Path socket = touch(path);
        assertThat(find(kind, home())).isEqualTo(new Endpoint.Unix(socket));
    }

    @Test
    void theFirstOfTheUsualPlacesCounts() throws Exception {
        touch("home/.docker/run/docker.sock");
        Path first = touch("var/run/docker.sock");
        assertThat(find(EngineKind.DOCKER, home())).isEqualTo(new Endpoint.Unix(first));
    }

    @Test
    void noEngineIsAnsweredWithThePlacesThatWereTried() {
        assertThatThrownBy(() -> find(EngineKind.DOCKER, home()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(root.resolve("var/run/docker.sock").toString())
                .hasMessageContaining(root.resolve("run/user/docker.sock").toString())
                .hasMessageContaining(root.resolve("home/.docker/run/docker.sock").toString())
                .hasMessageContaining("DOCKER_HOST");
        assertThatThrownBy(() -> find(EngineKind.PODMAN, Map.of()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(root.resolve("run/podman/podman.sock").toString())
                .hasMessageContaining("podman system service");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://10.0.0.1:2376, 10.0.0.1, 2376",
        "tcp://engine.example, engine.example, 2375",
        "10.0.0.1:99, 10.0.0.1, 99",
        "http://engine.example:1, engine.example, 1"
    })
    void aPortIsTakenApart(String text, String host, int port) throws Exception {
        assertThat(find(EngineKind.DOCKER, Map.of("DOCKER_HOST", text)))
                .isEqualTo(new Endpoint.Tcp(host, port, Optional.empty()));
        assertThat(find(EngineKind.PODMAN, Map.of("CONTAINER_HOST", text)))
                .isEqualTo(new Endpoint.Tcp(host, port, Optional.empty()));
    }

    @Test
    void certificatesComeFromTheFolderThatIsNamed() throws Exception {
        assertThat(
                        find(
                                EngineKind.DOCKER,
                                Map.of(
                                        "DOCKER_HOST",
                                        "tcp://engine.example",
                                        "DOCKER_TLS_VERIFY",
                                        "1",
                                        "DOCKER_CERT_PATH",
                                        "/certs")))
                .isEqualTo(
                        new Endpoint.Tcp(
                                "engine.example",
                                2376,
                                Optional.of(new TlsFiles(Path.of("/certs")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"npipe:////./pipe/engine", "ftp://x", "tcp://", "tcp://a b", "fd://"})
    void aHostThatCannotBeReachedIsRefused(String host) {
        assertThatThrownBy(() -> find(EngineKind.DOCKER, Map.of("DOCKER_HOST", host)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("DOCKER_HOST is '" + host);
    }

    @Test
    void sshIsAnsweredWithAnotherWay() {
        assertThatThrownBy(() -> find(EngineKind.DOCKER, Map.of("DOCKER_HOST", "ssh://me@there")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("ssh -nNT -L");
    }

    @Test
    void theCurrentContextNamesTheEngine() throws Exception {
        context("{\"Host\": \"unix:///desk.sock\"}");
        write("home/.docker/config.json", "{\"currentContext\": \"desk\"}");
        Endpoint desk = new Endpoint.Unix(Path.of("/desk.sock"));
        assertThat(find(EngineKind.DOCKER, home())).isEqualTo(desk);
        assertThat(
                        find(
                                EngineKind.DOCKER,
                                Map.of("DOCKER_CONFIG", root.resolve("home/.docker").toString())))
                .isEqualTo(desk);
        touch("var/run/docker.sock");
        assertThat(find(EngineKind.DOCKER, with("DOCKER_CONTEXT", "default")))
                .isEqualTo(new Endpoint.Unix(root.resolve("var/run/docker.sock")));
        assertThat(find(EngineKind.DOCKER, with("DOCKER_HOST", "unix:///other")))
                .isEqualTo(new Endpoint.Unix(Path.of("/other")));
    }

    @Test
    void aContextBringsItsCertificates() throws Exception {
        context("{\"Host\": \"tcp://engine.example:1\"}");
        Path tls =
                Files.createDirectories(
                        root.resolve("home/.docker/contexts/tls/" + DESK + "/docker"));
        assertThat(find(EngineKind.DOCKER, with("DOCKER_CONTEXT", "desk")))
                .isEqualTo(new Endpoint.Tcp("engine.example", 1, Optional.of(new TlsFiles(tls))));
    }

    @Test
    void aContextThatIsNotUsableIsNamed() throws Exception {
        assertThatThrownBy(() -> find(EngineKind.DOCKER, with("DOCKER_CONTEXT", "desk")))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("context 'desk' does not exist");
        context("{\"Host\": \"\"}");
        assertThatThrownBy(() -> find(EngineKind.DOCKER, with("DOCKER_CONTEXT", "desk")))
                .hasMessageContaining("names no host");
        context("{\"Host\": \"tcp://engine.example:1\", \"SkipTLSVerify\": true}");
        assertThatThrownBy(() -> find(EngineKind.DOCKER, with("DOCKER_CONTEXT", "desk")))
                .hasMessageContaining("skips the check of certificates");
        write("home/.docker/contexts/meta/" + DESK + "/meta.json", "not JSON");
        assertThatThrownBy(() -> find(EngineKind.DOCKER, with("DOCKER_CONTEXT", "desk")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("meta.json");
    }

    private void context(String endpoint) throws IOException {
        write(
                "home/.docker/contexts/meta/" + DESK + "/meta.json",
                "{\"Name\": \"desk\", \"Endpoints\": {\"docker\": " + endpoint + "}}");
    }

    private void write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Map<String, String> home() {
        return Map.of(
                "HOME",
                root.resolve("home").toString(),
                "XDG_RUNTIME_DIR",
                root.resolve("run/user").toString());
    }

    private Map<String, String> with(String name, String value) {
        return Map.of("HOME", root.resolve("home").toString(), name, value);
    }
}
