package io.plimsoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ProxiesTest {
    private static final URI SECURE = URI.create("https://registry.example/v2/");
    private static final URI PLAIN = URI.create("http://registry.example:5000/v2/");

    @Test
    void eachSchemeHasItsVariableAndLowerCaseCountsFirst() {
        Proxies proxies =
                Proxies.of(
                        Map.of(
                                "HTTPS_PROXY", "http://upper.example:1",
                                "https_proxy", "http://lower.example:2/",
                                "HTTP_PROXY", "plain.example:3"));
        assertThat(proxies.of(SECURE).orElseThrow().described())
                .isEqualTo("the proxy lower.example:2 (https_proxy)");
        assertThat(proxies.of(PLAIN).orElseThrow().described())
                .isEqualTo("the proxy plain.example:3 (HTTP_PROXY)");
        assertThat(Proxies.of(Map.of("HTTPS_PROXY", "")).of(SECURE)).isEmpty();
        assertThat(proxies.of(URI.create("unix:/var/run/docker.sock"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "proxy.example, proxy.example, 1080",
        "http://proxy.example/, proxy.example, 1080",
        "HTTP://[::1]:3128, ::1, 3128",
        "http://ann:p%40ss/w#rd@proxy.example:8080, proxy.example, 8080",
    })
    void aProxyIsHostAndPort(String value, String host, int port) {
        WebProxy proxy = Proxies.of(Map.of("HTTPS_PROXY", value)).of(SECURE).orElseThrow();
        assertThat(proxy.host()).isEqualTo(host);
        assertThat(proxy.port()).isEqualTo(port);
    }

    @Test
    void aLoginIsDecodedAndNeverShown() {
        WebProxy proxy =
                Proxies.of(Map.of("HTTPS_PROXY", "http://ann:p%40ss:%zz@proxy.example"))
                        .of(SECURE)
                        .orElseThrow();
        assertThat(proxy.login()).contains(new WebProxy.Login("ann", "p@ss:%zz"));
        // printf 'ann:p@ss:%%zz' | base64
        assertThat(proxy.authorization()).contains("Basic YW5uOnBAc3M6JXp6");
        assertThat(proxy.toString() + proxy.described()).doesNotContain("ann", "p@ss", "p%40ss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "socks5://ann:secret@proxy.example",
                "https://ann:secret@proxy.example",
                "http://ann:secret@",
                "http://ann:secret@pro xy.example",
                "http://ann:secret@proxy.example:0",
                "http://ann:secret@proxy.example:99999999999",
            })
    void whatCannotBeAskedIsSaidWithoutTheSecret(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Proxies.of(Map.of("https_proxy", value)).of(SECURE))
                .withMessageStartingWith("https_proxy names ")
                .withMessageContaining("http://HOST:PORT")
                .withMessageNotContainingAny("secret", "ann");
    }

    @ParameterizedTest
    @CsvSource({
        "*, registry.example, true",
        "registry.example, registry.example, true",
        "REGISTRY.example., registry.EXAMPLE, true",
        "example, registry.example, true",
        ".example, registry.example, true",
        "*.example, registry.example, true",
        "ample, registry.example, false",
        "other.example registry.example, registry.example, true",
        "'a.example, registry.example', registry.example, true",
        "registry.example:443, registry.example, true",
        "registry.example:444, registry.example, false",
        "10.0.0.0/8, 10.1.2.3, true",
        "10.0.0.0/8, 11.1.2.3, false",
        "10.0.0.0/9, 10.128.0.1, false",
        "10.0.0.0/8, ten.example, false",
        "10.0.0.0/x, 10.1.2.3, false",
        "10.0.0.0/99, 10.0.0.0, false",
        "0.0.0.0/0, 10.1.2.3, true",
        "10.1.2.3, 10.1.2.3, true",
        "2.3, 10.1.2.3, false",
        "127.0.0.1:443, 127.0.0.1, true",
        "127.0.0.1:80, 127.0.0.1, false",
        "::1, [::1], true",
        "[::1]:443, [::1], true",
        "[::1]:80, [::1], false",
        "fd00::/8, [fd12::1], true",
        "fd00::/8, 10.1.2.3, false",
        "':', registry.example, false",
        "'', registry.example, false",
    })
    void noProxyListsDomainsAddressesAndNetworks(String list, String host, boolean passed) {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "p.example:1", "NO_PROXY", list));
        assertThat(proxies.of(URI.create("https://" + host + "/")).isEmpty()).isEqualTo(passed);
    }
}
