package io.plimsoll.registry;

import static io.plimsoll.registry.TestServer.cut;
import static io.plimsoll.registry.TestServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WebFolderTest {
    private static final byte[] FILE = "0123456789".getBytes(StandardCharsets.UTF_8);
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

    private WebFolder folder() {
        return fixture.folder("http://" + server.host() + "/a/folder?query#fragment");
    }

    @Test
    void aFileComesFromTheFolderAndGoesOnWhereItBroke() throws Exception {
        server.on(
                "/a/folder/file",
                exchange -> {
                    if (exchange.getRequestHeaders().getFirst("Range") == null) {
                        cut(exchange, 200, FILE, 4);
                    } else {
                        exchange.getResponseHeaders().set("Content-Range", "bytes 4-9/10");
                        send(exchange, 206, Arrays.copyOfRange(FILE, 4, 10));
                    }
                });
        try (InputStream in = folder().file("file", FILE.length)) {
            assertThat(in.readAllBytes()).isEqualTo(FILE);
        }
        assertThat(server.seen().getLast().header("Range")).isEqualTo("bytes=4-");
    }

    @Test
    void aSmallFileThatIsTooLargeIsRefused() throws Exception {
        server.on("/a/folder/file", exchange -> send(exchange, 200, FILE));
        assertThat(folder().small("file", 10)).isEqualTo(FILE);
        assertThatThrownBy(() -> folder().small("file", 9))
                .hasMessage(server.host() + " sends more than 9 bytes for 'file'");
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> folder().small("file", 9))
                .hasMessage(
                        "http://" + server.host() + "/a/folder/ has no 'file' (it answers 404)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp://example.com/a", "http:/a", "https://ann:secret@example.com/a"})
    void anAddressThatIsNoneIsRefusedAndNoPasswordShown(String address) {
        assertThatThrownBy(() -> fixture.folder(address))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .doesNotContain("secret");
    }
}
