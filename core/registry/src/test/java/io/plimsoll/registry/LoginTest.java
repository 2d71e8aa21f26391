package io.plimsoll.registry;

import static io.plimsoll.registry.TestServer.send;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LoginTest {
    private static final String PATH = "/v2/app/manifests/1";
    private static final String SECRET = "open-sesame-4711";

    @TempDir Path folder;

    private final Fixture fixture = new Fixture();
    private TestServer server;
    private TestServer tokens;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        tokens = new TestServer();
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.close();
        tokens.close();
    }

    private Manifest ask() throws IOException, InterruptedException {
        return fixture.plain(server.host(), tokens.host())
                .environment(Map.of("DOCKER_CONFIG", folder.toString()))
                .repository(server.host() + "/app:1")
                .manifest("1", 1000);
    }

    private void config(String entry) throws IOException {
        Files.writeString(
                folder.resolve("config.json"),
                "{\"auths\":{\"" + server.host() + "\":" + entry + "}}",
                StandardCharsets.UTF_8);
    }

    private void password() throws IOException {
        config("{\"auth\":\"" + base64("ann:" + SECRET) + "\"}");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String file() {
        return "'" + folder.resolve("config.json") + "'";
    }

    /// Wants the header, else answers 401 with a challenge.
    private static void guarded(HttpExchange exchange, String wanted, String challenge)
            throws IOException {
        if (wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 200, Fixture.MANIFEST);
        } else {
            exchange.getResponseHeaders().set("WWW-Authenticate", challenge);
            send(exchange, 401, "{\"errors\":[{\"code\":\"UNAUTHORIZED\",\"message\":\"x\"}]}");
        }
    }

    private String bearer() {
        return "Bearer realm=\"http://" + tokens.host() + "/token?x=y\",service=\"the registry\"";
    }

    @Test
    void aPasswordIsShownWhenItIsWanted() throws Exception {
        password();
        String wanted = "Basic " + base64("ann:" + SECRET);
        server.on(PATH, exchange -> guarded(exchange, wanted, "Basic realm=\"r\""));
        assertThat(ask().bytes()).isEqualTo(Fixture.MANIFEST);
        assertThat(server.seen().getFirst().header("Authorization")).isNull();
    }

    @Test
    void aWrongPasswordIsSaidWithThePlaceItCameFrom() throws Exception {
        password();
        server.on(PATH, exchange -> guarded(exchange, "another", "Basic realm=\"r\""));
        assertThatThrownBy(this::ask)
                .hasMessage(
                        server.host()
                                + " does not accept the user name and password of "
                                + file()
                                + "; log in with `docker login "
                                + server.host()
                                + "`");
        assertThat(server.seen()).hasSize(2);
    }

    @Test
    void noLoginIsSaidWithThePlacesThatWereLookedAt() {
        server.on(PATH, exchange -> guarded(exchange, "another", "Basic realm=\"r\""));
        assertThatThrownBy(this::ask)
                .hasMessage(
                        server.host()
                                + " wants a login for 'app', and there is none in "
                                + folder.resolve("config.json")
                                + "; log in with `docker login "
                                + server.host()
                                + "`");
    }

    @Test
    void aTokenIsFetchedForThePassword() throws Exception {
        password();
        server.on(PATH, exchange -> guarded(exchange, "Bearer t1", bearer()));
        tokens.on("/token", exchange -> send(exchange, 200, "{\"token\":\"t1\"}"));
        assertThat(ask().bytes()).isEqualTo(Fixture.MANIFEST);
        TestServer.Seen asked = tokens.seen().getFirst();
        assertThat(asked.path())
                .isEqualTo(
                        "/token?x=y&account=ann&scope=repository%3Aapp%3Apull&service=the+registry");
        assertThat(asked.header("Authorization")).isEqualTo("Basic " + base64("ann:" + SECRET));
        assertThat(server.seen())
                .noneMatch(each -> String.valueOf(each.header("Authorization")).contains("Basic"));
    }

    @Test
    void aTokenThatHasExpiredIsFetchedAnew() throws Exception {
        AtomicInteger given = new AtomicInteger();
        AtomicInteger valid = new AtomicInteger(1);
        server.on(PATH, exchange -> guarded(exchange, "Bearer t" + valid.get(), bearer()));
        tokens.on(
                "/token",
                exchange ->
                        send(
                                exchange,
                                200,
                                "{\"access_token\":\"t" + given.incrementAndGet() + "\"}"));
        Repository repository =
                fixture.plain(server.host(), tokens.host()).repository(server.host() + "/app");
        assertThat(repository.manifest("1", 1000).bytes()).isEqualTo(Fixture.MANIFEST);
        assertThat(repository.manifest("1", 1000).bytes()).isEqualTo(Fixture.MANIFEST);
        assertThat(given).hasValue(1);
        valid.set(2);
        assertThat(repository.manifest("1", 1000).bytes()).isEqualTo(Fixture.MANIFEST);
        assertThat(given).hasValue(2);
    }

    @Test
    void aFreshTokenThatIsRefusedIsNotFetchedForEver() throws Exception {
        password();
        server.on(PATH, exchange -> guarded(exchange, "Bearer good", bearer()));
        tokens.on("/token", exchange -> send(exchange, 200, "{\"token\":\"expired\"}"));
        assertThatThrownBy(this::ask)
                .hasMessage(
                        server.host()
                                + " answers 401 UNAUTHORIZED for 'app' even with a fresh login from "
                                + file()
                                + ": it gives no right to pull it, it has expired already, or there is"
                                + " no such repository");
        assertThat(tokens.seen()).hasSize(1);
    }

    @Test
    void anIdentityTokenIsExchanged() throws Exception {
        config("{\"auth\":\"" + base64("00000000:") + "\",\"identitytoken\":\"" + SECRET + "\"}");
        server.on(PATH, exchange -> guarded(exchange, "Bearer t1", bearer()));
        tokens.on("/token", exchange -> send(exchange, 200, "{\"access_token\":\"t1\"}"));
        assertThat(ask().bytes()).isEqualTo(Fixture.MANIFEST);
        TestServer.Seen asked = tokens.seen().getFirst();
        assertThat(asked.method()).isEqualTo("POST");
        assertThat(asked.path()).doesNotContain(SECRET);
        assertThat(asked.body())
                .isEqualTo(
                        "client_id=plimsoll&grant_type=refresh_token&refresh_token="
                                + SECRET
                                + "&scope=repository%3Aapp%3Apull&service=the+registry");
    }

    @Test
    void anIdentityTokenThatHasExpiredIsSaid() throws Exception {
        config("{\"identitytoken\":\"" + SECRET + "\"}");
        server.on(PATH, exchange -> guarded(exchange, "Bearer t1", bearer()));
        tokens.on("/token", exchange -> send(exchange, 401, "{\"error\":\"" + SECRET + "\"}"));
        assertThatThrownBy(this::ask)
                .hasMessage(
                        "the token server "
                                + tokens.host()
                                + " of "
                                + server.host()
                                + " answers 401 to the identity token of "
                                + file()
                                + ": it has expired or was withdrawn; log in with `docker login "
                                + server.host()
                                + "`");
    }

    @Test
    void aPasswordThatTheTokenServerRefusesIsSaid() throws Exception {
        password();
        server.on(PATH, exchange -> guarded(exchange, "Bearer t1", bearer()));
        tokens.on("/token", exchange -> send(exchange, 401, SECRET));
        assertThatThrownBy(this::ask)
                .hasMessage(
                        "the token server "
                                + tokens.host()
                                + " of "
                                + server.host()
                                + " does not accept the user name and password of "
                                + file()
                                + "; log in with `docker login "
                                + server.host()
                                + "`");
    }

    @Test
    void aTokenServerWithoutTlsThatWasNotNamedGetsNothing() throws Exception {
        password();
        server.on(PATH, exchange -> guarded(exchange, "Bearer t1", bearer()));
        assertThatThrownBy(() ->
                        fixture.plain(server.host())
                                .environment(Map.of("DOCKER_CONFIG", folder.toString()))
                                .repository(server.host() + "/app")
                                .manifest("1", 1000))
                .hasMessage(
                        server.host()
                                + " names the token server "
                                + tokens.host()
                                + " without TLS; if it is to be spoken to without, say --plain-http "
                                + tokens.host());
        assertThat(tokens.seen()).isEmpty();
    }

    @Test
    void aTokenThatWouldBreakAHeaderIsNone() {
        server.on(PATH, exchange -> guarded(exchange, "Bearer t1", bearer()));
        tokens.on("/token", exchange -> send(exchange, 200, "{\"token\":\"a\\r\\nHost: b\"}"));
        assertThatThrownBy(this::ask)
                .hasMessage(
                        "the token server "
                                + tokens.host()
                                + " of "
                                + server.host()
                                + " gives no token");
    }

    @Test
    void nothingThatProvesWhoAsksFollowsARedirectToAnotherHost() throws Exception {
        password();
        String wanted = "Basic " + base64("ann:" + SECRET);
        try (TestServer other = new TestServer()) {
            server.on(
                    PATH,
                    exchange -> {
                        if (wanted.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
                            exchange.getResponseHeaders()
                                    .set("Location", "http://" + other.host() + "/there");
                            send(exchange, 307, "");
                        } else {
                            guarded(exchange, wanted, "Basic realm=\"r\"");
                        }
                    });
            other.on("/there", exchange -> send(exchange, 200, Fixture.MANIFEST));
            fixture.plain("127.0.0.1").environment(Map.of("DOCKER_CONFIG", folder.toString()));
            assertThat(fixture.repository(server.host() + "/app").manifest("1", 1000).bytes())
                    .isEqualTo(Fixture.MANIFEST);
            assertThat(other.seen())
                    .singleElement()
                    .satisfies(seen -> assertThat(seen.header("Authorization")).isNull());
        }
    }

    @Test
    void whoMayNotPullIsToldSo() throws Exception {
        password();
        server.on(PATH, exchange -> send(exchange, 403, "{\"errors\":[{\"code\":\"DENIED\"}]}"));
        assertThatThrownBy(this::ask)
                .hasMessageStartingWith(server.host() + " answers 403 DENIED for 'app' even with");
    }
}
