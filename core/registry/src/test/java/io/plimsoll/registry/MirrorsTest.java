package io.plimsoll.registry;

import static io.plimsoll.registry.TestServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MirrorsTest {
    @TempDir Path etc;

    @Test
    void theMirrorIsAskedFirst() throws Exception {
        try (TestServer server = new TestServer();
                TestServer mirror = new TestServer();
                Fixture fixture = new Fixture()) {
            mirror.on("/v2/app/manifests/1", exchange -> send(exchange, 200, Fixture.MANIFEST));
            Manifest manifest =
                    fixture.plain("127.0.0.1")
                            .mirror(server.host() + "=" + mirror.host())
                            .repository(server.host() + "/app")
                            .manifest("1", 1000);
            assertThat(manifest.bytes()).isEqualTo(Fixture.MANIFEST);
            assertThat(server.seen()).isEmpty();
            assertThat(fixture.notices).isEmpty();
        }
    }

    @Test
    void aMirrorThatFailsOrLiesIsSaidAndTheNextIsAsked() throws Exception {
        try (TestServer server = new TestServer();
                TestServer mirror = new TestServer();
                Fixture fixture = new Fixture()) {
            String digest = Fixture.digest(Fixture.MANIFEST).toString();
            String path = "/v2/app/manifests/" + digest;
            mirror.on(path, exchange -> send(exchange, 200, "{\"schemaVersion\":3}"));
            server.on(path, exchange -> send(exchange, 200, Fixture.MANIFEST));
            Repository repository =
                    fixture.plain("127.0.0.1")
                            .mirror(server.host() + "=" + mirror.host())
                            .repository(server.host() + "/app");
            assertThat(repository.manifest(digest, 1000).bytes()).isEqualTo(Fixture.MANIFEST);
            assertThat(repository.manifest(digest, 1000).bytes()).isEqualTo(Fixture.MANIFEST);
            assertThat(mirror.seen()).hasSize(1);
            assertThat(fixture.notices)
                    .singleElement()
                    .asString()
                    .startsWith(
                            "the mirror "
                                    + mirror.host()
                                    + " is left out: "
                                    + mirror.host()
                                    + " sends another content for the manifest");
        }
    }

    @Test
    void dockersMirrorsStandForDockerHub() throws Exception {
        try (TestServer mirror = new TestServer();
                Fixture fixture = new Fixture()) {
            mirror.on(
                    "/v2/library/app/manifests/1",
                    exchange -> send(exchange, 200, Fixture.MANIFEST));
            Files.createDirectories(etc.resolve("docker"));
            Files.writeString(
                    etc.resolve("docker/daemon.json"),
                    "{\"registry-mirrors\":[\"http://plain.example\",\"http://"
                            + mirror.host()
                            + "/\"]}",
                    StandardCharsets.UTF_8);
            fixture.plain("127.0.0.1").etc(etc);
            assertThat(fixture.repository("app").manifest("1", 1000).bytes())
                    .isEqualTo(Fixture.MANIFEST);
            assertThat(fixture.notices)
                    .containsExactly(
                            "a mirror in '"
                                    + etc.resolve("docker/daemon.json")
                                    + "' is left out: it is not an https:// address, nor an http:// one"
                                    + " of a host that --plain-http names");
        }
    }

    @Test
    void theRegistrysOwnFailureIsTheOneThatCounts() throws Exception {
        try (TestServer server = new TestServer();
                TestServer mirror = new TestServer();
                Fixture fixture = new Fixture()) {
            fixture.plain("127.0.0.1").mirror(server.host() + "=" + mirror.host());
            assertThatThrownBy(() -> fixture.repository(server.host() + "/app").manifest("1", 1000))
                    .hasMessageStartingWith(server.host() + " has no tag '1' in 'app'");
        }
    }
}
