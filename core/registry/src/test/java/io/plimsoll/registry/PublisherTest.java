package io.plimsoll.registry;

import static io.plimsoll.registry.TestServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Digest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PublisherTest {
    private static final byte[] BLOB = "facts".getBytes(StandardCharsets.UTF_8);
    private final Digest digest = Fixture.digest(BLOB);
    private final Fixture fixture = new Fixture();
    private TestServer server;

    @BeforeEach
    void start() throws Exception {
        server = new TestServer();
        fixture.plain(server.host());
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.close();
    }

    private Publisher publisher() {
        return fixture.publisher(server.host() + "/app:1");
    }

    @Test
    void aBlobGoesWhereTheRegistrySays() throws Exception {
        server.on(
                "/v2/app/blobs/uploads/",
                exchange -> {
                    exchange.getResponseHeaders().set("Location", "/v2/app/place?state=a%2Fb");
                    send(exchange, 202, "");
                });
        server.on("/v2/app/place", exchange -> send(exchange, 201, ""));
        assertThat(publisher().blob(digest, BLOB)).isTrue();
        assertThat(server.seen())
                .extracting(TestServer.Seen::method)
                .containsExactly("HEAD", "POST", "PUT");
        TestServer.Seen put = server.seen().getLast();
        assertThat(put.path()).isEqualTo("/v2/app/place?state=a%2Fb&digest=" + digest);
        assertThat(put.body()).isEqualTo("facts");
    }

    @Test
    void aBlobThatIsThereIsNotSentAgain() throws Exception {
        server.on("/v2/app/blobs/" + digest, exchange -> send(exchange, 200, ""));
        assertThat(publisher().blob(digest, BLOB)).isFalse();
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aBlobIsNotSentWithoutTlsToAServerThatWasNotNamed() {
        for (String place : List.of("http://203.0.113.7/place", "", "ftp://example.com/x", "::")) {
            server.on(
                    "/v2/app/blobs/uploads/",
                    exchange -> {
                        exchange.getResponseHeaders().set("Location", place);
                        send(exchange, 202, "");
                    });
            assertThatThrownBy(() -> publisher().blob(digest, BLOB))
                    .isInstanceOf(RegistryException.class)
                    .hasMessage(server.host() + " names no place that a blob may be sent to");
        }
    }

    @Test
    void aManifestThatIsRefusedIsAnError() {
        server.on("/v2/app/manifests/1", exchange -> send(exchange, 400, ""));
        assertThatThrownBy(() -> publisher().manifest("1", "application/json", BLOB))
                .isInstanceOf(RegistryException.class)
                .hasMessage(server.host() + " answers 400 when asked for tag '1'");
    }
}
