package io.plimsoll.registry;

import static io.plimsoll.registry.TestServer.cut;
import static io.plimsoll.registry.TestServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import io.plimsoll.model.Digest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class DownloadTest {
    private static final int SIZE = 300_000;

    private final byte[] blob = new byte[SIZE];
    private final Fixture fixture = new Fixture();
    private final Semaphore arrived = new Semaphore(0);
    private TestServer server;
    private Digest digest;
    private String path;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        new Random(7).nextBytes(blob);
        digest = Fixture.digest(blob);
        path = "/v2/app/blobs/" + digest;
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.close();
    }

    private byte[] download(long size) throws IOException, InterruptedException {
        return download(size, new int[0]);
    }

    /// Reads pieces of some lengths, telling the server of each, and then the rest.
    private byte[] download(long size, int... pieces) throws IOException, InterruptedException {
        Repository repository = fixture.plain("127.0.0.1").repository(server.host() + "/app:1");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (InputStream stream = repository.blob(digest, size)) {
            for (int piece : pieces) {
                all.write(stream.readNBytes(piece));
                arrived.release();
            }
            stream.transferTo(all);
        } finally {
            arrived.release(1000);
        }
        return all.toByteArray();
    }

    /// Breaks off once the bytes before have arrived: a client may lose what is still on its way.
    private void cutBehind(HttpExchange exchange, int status, byte[] body, int after)
            throws IOException {
        cut(exchange, status, body, after);
        arrived.acquireUninterruptibly();
    }

    @Test
    void aBlobComesWhole() throws Exception {
        server.on(path, exchange -> send(exchange, 200, blob));
        assertThat(download(SIZE)).isEqualTo(blob);
        assertThat(server.seen()).hasSize(1);
    }

    @Test
    void aBrokenDownloadGoesOnWhereItBroke() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on(
                path,
                exchange -> {
                    int start = start(exchange);
                    byte[] rest = Arrays.copyOfRange(blob, start, SIZE);
                    if (start > 0) {
                        exchange.getResponseHeaders()
                                .set(
                                        "Content-Range",
                                        "bytes " + start + "-" + (SIZE - 1) + "/" + SIZE);
                    }
                    int status = start > 0 ? 206 : 200;
                    if (asked.getAndIncrement() < 6) {
                        cutBehind(exchange, status, rest, 40_000);
                    } else {
                        send(exchange, status, rest);
                    }
                });
        int[] pieces = {40_000, 40_000, 40_000, 40_000, 40_000, 40_000};
        assertThat(download(SIZE, pieces)).isEqualTo(blob);
        assertThat(server.seen()).hasSize(7);
        assertThat(server.seen().get(1).header("Range")).isEqualTo("bytes=40000-");
        assertThat(server.seen().get(6).header("Range")).isEqualTo("bytes=240000-");
    }

    private static int start(HttpExchange exchange) {
        String range = exchange.getRequestHeaders().getFirst("Range");
        return range == null
                ? 0
                : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
    }

    @Test
    void aServerThatKnowsNoRangesSendsTheWholeAgain() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        server.on(
                path,
                exchange -> {
                    if (asked.getAndIncrement() == 0) {
                        cut(exchange, 200, blob, 123_457);
                    } else {
                        send(exchange, 200, blob);
                    }
                });
        assertThat(download(SIZE)).isEqualTo(blob);
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void anotherRangeThanAskedForIsRefused() {
        AtomicInteger asked = new AtomicInteger();
        server.on(
                path,
                exchange -> {
                    if (asked.getAndIncrement() == 0) {
                        cutBehind(exchange, 200, blob, 1000);
                    } else {
                        exchange.getResponseHeaders().set("Content-Range", "bytes 0-9/10");
                        send(exchange, 206, new byte[10]);
                    }
                });
        assertThatThrownBy(() -> download(SIZE, 1000))
                .hasMessage(server.host() + " answers with another range than it was asked for");
    }

    @Test
    void aDownloadThatCannotGoOnSaysHowFarItCame() {
        server.on(
                path,
                exchange -> {
                    if (start(exchange) == 0) {
                        cutBehind(exchange, 200, blob, 1000);
                    } else {
                        exchange.getResponseHeaders()
                                .set("Content-Range", "bytes 1000-299999/300000");
                        cut(exchange, 206, Arrays.copyOfRange(blob, 1000, SIZE), 0);
                    }
                });
        assertThatThrownBy(() -> download(SIZE, 1000))
                .isInstanceOf(RegistryException.class)
                .hasMessageStartingWith(
                        "the download of "
                                + digest
                                + " from "
                                + server.host()
                                + " broke off at byte 1000 of 300000 and could not be resumed: ");
        // A cut may show as an answer that ends early, or as no answer, which is asked for again
        // itself.
        assertThat(fixture.waits).hasSizeBetween(2, 6);
    }

    @Test
    void aDownloadThatStallsIsResumed() throws Exception {
        fixture.stall(Duration.ofMillis(300));
        AtomicInteger asked = new AtomicInteger();
        server.on(
                path,
                exchange -> {
                    if (asked.getAndIncrement() == 0) {
                        cut(exchange, 200, blob, 5000);
                        hang();
                    } else {
                        exchange.getResponseHeaders()
                                .set("Content-Range", "bytes 5000-299999/300000");
                        send(exchange, 206, Arrays.copyOfRange(blob, 5000, SIZE));
                    }
                });
        assertThat(download(SIZE)).isEqualTo(blob);
    }

    @Test
    void aServerThatGivesAByteNowAndThenIsTakenForStalled() {
        fixture.stall(Duration.ofMillis(300));
        server.on(
                path,
                exchange -> {
                    int from = start(exchange);
                    if (from > 0) {
                        exchange.getResponseHeaders()
                                .set("Content-Range", "bytes " + from + "-299999/300000");
                    }
                    exchange.sendResponseHeaders(from > 0 ? 206 : 200, SIZE - from);
                    drip(exchange, from);
                });
        assertThatThrownBy(() -> download(SIZE, 0))
                .isInstanceOf(RegistryException.class)
                .hasMessageContaining(" bytes came in 300 ms");
    }

    private void drip(HttpExchange exchange, int from) throws IOException {
        try {
            for (int i = from; i < SIZE; i++) {
                exchange.getResponseBody().write(blob[i]);
                exchange.getResponseBody().flush();
                new java.util.concurrent.CountDownLatch(1)
                        .await(20, java.util.concurrent.TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static void hang() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void anotherSizeThanTheManifestStatesIsRefusedBeforeAByteIsRead() {
        server.on(path, exchange -> send(exchange, 200, blob));
        assertThatThrownBy(() -> download(10))
                .hasMessage(
                        server.host()
                                + " has 300000 bytes for "
                                + digest
                                + ", not 10 as was announced");
    }

    @Test
    void anEndlessBodyEndsWhereTheManifestSays() throws Exception {
        server.on(
                path,
                exchange -> {
                    // A length of zero makes the JDK's server send chunks without stating a length.
                    exchange.sendResponseHeaders(200, 0);
                    exchange.getResponseBody().write(blob);
                });
        assertThat(download(1000)).isEqualTo(Arrays.copyOf(blob, 1000));
    }

    @Test
    void aMirrorThatBreaksIsReplacedInTheMiddleOfABlob() throws Exception {
        try (TestServer mirror = new TestServer()) {
            mirror.on(
                    path,
                    exchange -> {
                        if (start(exchange) == 0) {
                            cutBehind(exchange, 200, blob, 2000);
                        }
                    });
            server.on(
                    path,
                    exchange -> {
                        exchange.getResponseHeaders()
                                .set("Content-Range", "bytes 2000-299999/300000");
                        send(exchange, 206, Arrays.copyOfRange(blob, 2000, SIZE));
                    });
            fixture.mirror(server.host() + "=" + mirror.host());
            assertThat(download(SIZE, 2000)).isEqualTo(blob);
            assertThat(fixture.notices)
                    .singleElement()
                    .asString()
                    .startsWith("the mirror " + mirror.host() + " is left out: ");
        }
    }
}
