package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ProxyTest {
    private static final String REMEDY =
            "; correct the variable, or list the host in NO_PROXY if it needs no proxy";

    private final Fixture fixture = new Fixture();
    private TestServer server;

    @BeforeEach
    void start() throws IOException {
        server = new TestServer();
        server.on(
                "/v2/app/manifests/1",
                exchange -> TestServer.send(exchange, 200, Fixture.MANIFEST));
    }

    @AfterEach
    void stop() {
        fixture.close();
        server.close();
    }

    /// A registry that only a proxy can find.
    private String hidden() {
        return "registry.invalid:" + server.host().split(":", 2)[1];
    }

    private Manifest ask(String host) throws IOException, InterruptedException {
        return fixture.repository(host + "/app:1").manifest("1", 1000);
    }

    @Test
    void aPlainRegistryIsReachedThroughItsProxyWhichAloneSeesTheLogin() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("")) {
            fixture.plain(hidden())
                    .environment(Map.of("http_proxy", "http://ann:secret@" + proxy.host()));
            assertThat(ask(hidden()).bytes()).isEqualTo(Fixture.MANIFEST);
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("GET http://" + hidden() + "/v2/app/manifests/1 ")
                    .containsIgnoringCase("Proxy-Authorization: Basic YW5uOnNlY3JldA==");
            assertThat(server.seen()).hasSize(1);
        }
    }

    @Test
    void whatNoProxyListsIsReachedDirectly() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("")) {
            fixture.plain(server.host())
                    .environment(
                            Map.of(
                                    "HTTP_PROXY",
                                    "http://ann:secret@" + proxy.host(),
                                    "NO_PROXY",
                                    "127.0.0.0/8"));
            assertThat(ask(server.host()).bytes()).isEqualTo(Fixture.MANIFEST);
            assertThat(proxy.heads()).isEmpty();
            assertThat(server.seen())
                    .allSatisfy(seen -> assertThat(seen.header("Proxy-Authorization")).isNull());
        }
    }

    @Test
    void aProxyThatIsNotThereIsSaidWithItsVariableAndWithoutItsLogin() throws Exception {
        String host;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            host = "127.0.0.1:" + free.getLocalPort();
        }
        fixture.environment(Map.of("HTTPS_PROXY", "http://ann:secret@" + host));
        assertThatThrownBy(() -> ask("registry.invalid"))
                .hasMessage(
                        "no connection to registry.invalid: the proxy "
                                + host
                                + " (HTTPS_PROXY) refuses it"
                                + REMEDY);
        assertThat(fixture.waits).isEmpty();
    }

    @Test
    void aProxyThatNobodyKnowsIsSaid() {
        fixture.environment(Map.of("https_proxy", "http://proxy.invalid:3128"));
        assertThatThrownBy(() -> ask("registry.invalid"))
                .hasMessage(
                        "no connection to registry.invalid: the host of the proxy"
                                + " proxy.invalid:3128 (https_proxy) is unknown"
                                + REMEDY);
    }

    @Test
    void aProxyThatLetsNothingThroughIsSaid() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("403 Forbidden")) {
            fixture.environment(Map.of("https_proxy", proxy.host()));
            assertThatThrownBy(() -> ask("registry.invalid"))
                    .hasMessage(
                            "no connection to registry.invalid: the proxy "
                                    + proxy.host()
                                    + " (https_proxy) does not let it through (it answers 403)"
                                    + REMEDY);
            assertThat(proxy.heads())
                    .singleElement()
                    .asString()
                    .startsWith("CONNECT registry.invalid:443 ");
        }
    }

    @Test
    void aProxyThatWantsALoginIsSaid() throws Exception {
        try (ConnectProxy proxy = new ConnectProxy("407 Proxy Authentication Required")) {
            fixture.environment(Map.of("https_proxy", proxy.host()));
            assertThatThrownBy(() -> ask("registry.invalid"))
                    .hasMessage(
                            "the proxy "
                                    + proxy.host()
                                    + " (https_proxy) wants a login; write it as"
                                    + " http://NAME:PASSWORD@HOST:PORT");
            fixture.environment(Map.of("https_proxy", "http://ann:secret@" + proxy.host()));
            assertThatThrownBy(() -> ask("registry.invalid"))
                    .hasMessage(
                            "the proxy "
                                    + proxy.host()
                                    + " (https_proxy) does not accept the name and password that"
                                    + " stand there");
        }
    }

    @Test
    void aVariableThatNamesNoProxyIsSaid() {
        fixture.environment(Map.of("HTTPS_PROXY", "socks5://ann:secret@proxy.invalid"));
        assertThatThrownBy(() -> ask("registry.invalid"))
                .isInstanceOf(RegistryException.class)
                .hasMessage(
                        "HTTPS_PROXY names a proxy that is not spoken to by http://; write it as"
                                + " http://HOST:PORT, or list what needs none in NO_PROXY");
    }
}
