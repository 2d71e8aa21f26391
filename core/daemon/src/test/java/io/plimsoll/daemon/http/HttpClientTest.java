package io.plimsoll.daemon.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Answers as engines send them, and as nobody should.
final class HttpClientTest {
    private static final Duration WAIT = Duration.ofSeconds(20);
    private static final String OK = "HTTP/1.1 200 OK\r\n";

    @TempDir Path folder;

    private Path socket() {
        return folder.resolve("s");
    }

    private String body(String answer) throws IOException {
        try (FakeEngine engine = FakeEngine.answering(socket(), answer);
                HttpAnswer got = new HttpClient(engine.endpoint()).get("/x?y=1", WAIT)) {
            assertThat(engine.requests()).containsExactly("GET /x?y=1 HTTP/1.1");
            return new String(got.bytes(100_000), StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void aBodyOfStatedLengthEndsThere() throws Exception {
        assertThat(body(OK + "Content-Length: 5\r\n\r\nhello and more")).isEqualTo("hello");
    }

    @Test
    void aBodyWithoutLengthEndsWithTheConnection() throws Exception {
        assertThat(body(OK + "\r\nhello")).isEqualTo("hello");
    }

    @Test
    void chunksAreJoined() throws Exception {
        assertThat(
                        body(
                                OK
                                        + "transfer-encoding: Chunked\r\n\r\n"
                                        + "5;a=b\r\nhello\r\nA\r\n0123456789\r\n0\r\nX: y\r\n\r\nrest"))
                .isEqualTo("hello0123456789");
    }

    @Test
    void interimAnswersAreSkipped() throws Exception {
        assertThat(body("HTTP/1.1 102 Processing\r\n\r\n" + OK + "Content-Length: 1\r\n\r\nx"))
                .isEqualTo("x");
    }

    @Test
    void theStatusAndTheHeadersAreThere() throws Exception {
        String answer = "HTTP/1.0 404 Not Found\nServer:  d \nContent-Length: 0\n\n";
        try (FakeEngine engine = FakeEngine.answering(socket(), answer);
                HttpAnswer got = new HttpClient(engine.endpoint()).get("/", WAIT)) {
            assertThat(got.status()).isEqualTo(404);
            assertThat(got.header("SERVER")).contains("d");
            assertThat(got.body().read()).isEqualTo(-1);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HTTP/1.1",
                "HTTP/1.1 20",
                "SSH-2.0-OpenSSH\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.1 abc OK\r\n\r\n",
                "HTTP/1.1 200 OK\r\nno header\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: x\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
                "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 99999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nContent-Length: 999999999999999999\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-1\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello!\r\n0\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n"
            })
    void anAnswerThatIsNoneIsSaidToBeNone(String answer) {
        assertThatThrownBy(() -> body(answer)).isInstanceOf(HttpFormatException.class);
    }

    @Test
    void everyTruncationOfAChunkedAnswerIsNoticed() throws Exception {
        String whole = OK + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n3\r\nyou\r\n0\r\n\r\n";
        assertThat(body(whole)).isEqualTo("helloyou");
        for (int length = 0; length < whole.length(); length++) {
            String cut = whole.substring(0, length);
            java.nio.file.Files.deleteIfExists(socket());
            assertThatThrownBy(() -> body(cut)).isInstanceOf(HttpFormatException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "HTTP/1.1 100 Continue\r\n\r\n",
                "HTTP/1.1 200 OK\r\n",
                "a: b\r\n",
                "0;"
            })
    void anEndlessHeadIsCutOff(String piece) throws Exception {
        byte[] bytes = piece.repeat(4096).getBytes(StandardCharsets.ISO_8859_1);
        byte[] start =
                (piece.startsWith("a")
                                ? OK
                                : piece.startsWith("0")
                                        ? OK + "Transfer-Encoding: chunked\r\n\r\n"
                                        : "")
                        .getBytes(StandardCharsets.ISO_8859_1);
        FakeEngine.Answer endless =
                (request, to) -> {
                    FakeEngine.write(to, start);
                    while (true) {
                        FakeEngine.write(to, bytes);
                    }
                };
        try (FakeEngine engine = FakeEngine.answering(socket(), endless)) {
            assertThatThrownBy(
                            () -> {
                                try (HttpAnswer got =
                                        new HttpClient(engine.endpoint()).get("/", WAIT)) {
                                    assertThat(got.bytes(1_000)).isNull();
                                }
                            })
                    .isInstanceOf(HttpFormatException.class);
        }
    }

    @Test
    void aDocumentLongerThanAskedForIsRefused() throws Exception {
        try (FakeEngine engine = FakeEngine.answering(socket(), OK + "\r\n0123456789");
                HttpAnswer got = new HttpClient(engine.endpoint()).get("/", WAIT)) {
            assertThatThrownBy(() -> got.bytes(9))
                    .isInstanceOf(HttpFormatException.class)
                    .hasMessageContaining("longer than 9 bytes");
        }
    }

    @Test
    void silenceEndsWithATimeout() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        FakeEngine.Answer silent =
                (request, to) -> {
                    FakeEngine.write(to, OK.getBytes(StandardCharsets.ISO_8859_1));
                    await(over);
                };
        try (FakeEngine engine = FakeEngine.answering(socket(), silent)) {
            HttpClient client = new HttpClient(engine.endpoint());
            assertThatThrownBy(() -> client.get("/", Duration.ofMillis(20)))
                    .isInstanceOf(SocketTimeoutException.class);
            over.countDown();
        }
    }

    @Test
    void anInterruptionEndsTheWaiting() throws Exception {
        CountDownLatch over = new CountDownLatch(1);
        try (FakeEngine engine = FakeEngine.answering(socket(), (request, to) -> await(over))) {
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> new HttpClient(engine.endpoint()).get("/", WAIT))
                    .isInstanceOf(InterruptedIOException.class);
            assertThat(Thread.interrupted()).isTrue();
            over.countDown();
        }
    }

    @Test
    void noSocketIsAnError() {
        assertThatThrownBy(() -> new HttpClient(new Endpoint.Unix(socket())).get("/", WAIT))
                .isInstanceOf(IOException.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
