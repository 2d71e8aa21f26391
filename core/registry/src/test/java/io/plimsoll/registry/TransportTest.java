package io.plimsoll.registry;

import static io.plimsoll.registry.TestServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class TransportTest {
    private static final String PATH = "/v2/app/manifests/1";

    private final Fixture fixture = new Fixture();
    private TestServer server;
    private TestServer other;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        other = new TestServer();
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.close();
        other.close();
    }

    private Manifest ask() throws IOException, InterruptedException {
        return fixture.plain(server.host(), other.host())
                .repository(server.host() + "/app:1")
                .manifest("1", 1000);
    }

    @Test
    void aBusyServerIsAskedAgainWhenItSaid() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on(
                PATH,
                exchange -> {
                    if (asked.getAndIncrement() == 0) {
                        exchange.getResponseHeaders().set("Retry-After", "7");
                        send(exchange, 429, "");
                    } else {
                        send(exchange, 200, Fixture.MANIFEST);
                    }
                });
        assertThat(ask().digest()).isEqualTo(Fixture.digest(Fixture.MANIFEST));
        assertThat(fixture.waits).containsExactly(Duration.ofSeconds(7));
        assertThat(fixture.notices)
                .containsExactly(server.host() + " answers 429 and asks to wait 7 s");
    }

    @Test
    void aDateIsHeldAgainstTheServersOwnClock() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on(
                PATH,
                exchange -> {
                    if (asked.getAndIncrement() == 0) {
                        // The JDK's server sets the date of an answer itself, so the wait is from
                        // then on.
                        exchange.getResponseHeaders()
                                .set("Retry-After", "Sun, 06 Nov 1994 08:49:37 GMT");
                        send(exchange, 503, "");
                    } else {
                        send(exchange, 200, Fixture.MANIFEST);
                    }
                });
        assertThat(ask().bytes()).isEqualTo(Fixture.MANIFEST);
        assertThat(fixture.waits).containsExactly(Duration.ZERO);
    }

    @Test
    void longerThanAPersonWaitsIsNotWaited() {
        server.on(
                PATH,
                exchange -> {
                    exchange.getResponseHeaders().set("Retry-After", "3600");
                    send(exchange, 429, "");
                });
        assertThatThrownBy(this::ask)
                .isInstanceOf(RegistryException.class)
                .hasMessage(
                        server.host()
                                + " answers 429 and asks to come back in 3600 s; no longer than 60 s"
                                + " are waited: try again later");
        assertThat(fixture.waits).isEmpty();
    }

    @Test
    void aServerThatStaysBusyIsLeftAfterGrowingWaits() {
        server.on(PATH, exchange -> send(exchange, 503, ""));
        assertThatThrownBy(this::ask)
                .hasMessage(server.host() + " answers 503 for the 3th time; try again later");
        assertThat(fixture.waits).hasSize(2);
        assertThat(fixture.waits.get(0)).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(fixture.waits.get(1)).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(8));
    }

    @Test
    void aConnectionThatBreaksIsTriedAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on(
                PATH,
                exchange -> {
                    if (asked.getAndIncrement() > 0) {
                        send(exchange, 200, Fixture.MANIFEST);
                    }
                });
        assertThat(ask().bytes()).isEqualTo(Fixture.MANIFEST);
    }

    @Test
    void aServerThatDoesNotAnswerIsGivenUp() {
        fixture.stall(Duration.ofMillis(200));
        server.on(PATH, TransportTest::hang);
        assertThatThrownBy(this::ask).hasMessage(server.host() + " does not answer in time");
        assertThat(fixture.waits).hasSize(2);
    }

    /// Holds an exchange until the server is stopped.
    private static void hang(HttpExchange exchange) {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void nobodyAtThePortIsSaidAtOnce() throws Exception {
        String host;
        try (ServerSocket free = new ServerSocket(0)) {
            host = "127.0.0.1:" + free.getLocalPort();
        }
        assertThatThrownBy(() -> fixture.plain(host).repository(host + "/app").manifest("1", 1000))
                .hasMessage(
                        "no connection to " + host + ": it is refused; does a registry run there?");
        assertThat(fixture.waits).isEmpty();
    }

    @Test
    void aHostThatIsUnknownIsSaidAtOnce() {
        assertThatThrownBy(() -> fixture.repository("no-such-host.invalid/app").manifest("1", 1000))
                .hasMessage(
                        "the host of no-such-host.invalid is unknown; check the name, and the"
                                + " network");
        assertThat(fixture.waits).isEmpty();
    }

    @Test
    void withoutTlsNobodyIsSpokenToWhoWasNotNamed() throws Exception {
        try (ServerSocket plain = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerPlainly(plain));
            String host = "127.0.0.1:" + plain.getLocalPort();
            assertThatThrownBy(() -> fixture.repository(host + "/app").manifest("1", 1000))
                    .hasMessage(
                            host
                                    + " does not speak TLS; if it is to be spoken to without, say"
                                    + " --plain-http "
                                    + host);
        }
    }

    /// As most servers do when they are spoken to in TLS: they read, do not understand, and say so.
    private static void answerPlainly(ServerSocket server) {
        while (!server.isClosed()) {
            try (Socket socket = server.accept()) {
                byte[] hello = socket.getInputStream().readNBytes(5);
                assertThat(hello[0]).isEqualTo((byte) 0x16);
                socket.getOutputStream()
                        .write(
                                "HTTP/1.0 400 Bad Request\r\n\r\n"
                                        .getBytes(StandardCharsets.US_ASCII));
                socket.getInputStream().readAllBytes();
            } catch (IOException ended) {
                // The client has gone, or the test has ended.
            }
        }
    }

    @Test
    void aRedirectIsFollowedAndAnEndlessOneIsNot() throws Exception {
        server.on(PATH, exchange -> redirect(exchange, "http://" + other.host() + "/there"));
        other.on("/there", exchange -> send(exchange, 200, Fixture.MANIFEST));
        assertThat(ask().bytes()).isEqualTo(Fixture.MANIFEST);
        other.on("/there", exchange -> redirect(exchange, "/there"));
        assertThatThrownBy(this::ask).hasMessage(server.host() + " redirects more than 5 times");
    }

    @Test
    void aRedirectToAHostWithoutTlsThatWasNotNamedIsRefused() {
        server.on(
                PATH,
                exchange -> redirect(exchange, "http://" + other.host() + "/there?key=secret"));
        assertThatThrownBy(() ->
                        fixture.plain(server.host())
                                .repository(server.host() + "/app")
                                .manifest("1", 1000))
                .hasMessage(
                        server.host()
                                + " redirects to "
                                + other.host()
                                + " without TLS, which is not followed");
        assertThat(other.seen()).isEmpty();
    }

    @Test
    void aRedirectToAnythingElseThanAWebAddressIsRefused() {
        for (String to : List.of("file:///etc/passwd", "https://u:p@" + other.host(), "ftp://x/")) {
            server.on(PATH, exchange -> redirect(exchange, to));
            assertThatThrownBy(this::ask)
                    .hasMessage(server.host() + " redirects to an address that is not allowed");
        }
        server.on(PATH, exchange -> redirect(exchange, "http://[broken"));
        assertThatThrownBy(this::ask)
                .hasMessage(server.host() + " redirects to an address that is none");
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        send(exchange, 307, "");
    }

    @Test
    void whatIsNotThereIsSaidInTheRegistrysOwnWord() {
        assertThatThrownBy(this::ask)
                .hasMessage(
                        server.host()
                                + " has no tag '1' in 'app' (it answers 404 MANIFEST_UNKNOWN)");
    }

    @Test
    void anAnswerThatIsTooLongIsRefused() {
        server.on(PATH, exchange -> send(exchange, 200, new byte[2000]));
        assertThatThrownBy(this::ask)
                .hasMessage(server.host() + " sends more than 1000 bytes for tag '1'");
    }

    @Test
    void anotherContentThanTheDigestSaysIsRefused() {
        String wanted = Fixture.digest(new byte[1]).toString();
        server.on("/v2/app/manifests/" + wanted, exchange -> send(exchange, 200, Fixture.MANIFEST));
        assertThatThrownBy(() ->
                        fixture.plain(server.host())
                                .repository(server.host() + "/app")
                                .manifest(wanted, 1000))
                .hasMessage(
                        server.host()
                                + " sends another content for the manifest '"
                                + wanted
                                + "': its digest is "
                                + Fixture.digest(Fixture.MANIFEST)
                                + ", not "
                                + wanted);
    }
}
