package io.plimsoll.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Servers with certificates that the JDK's keytool makes.
final class TlsTest {
    private static final String PATH = "/v2/app/manifests/1";
    private static final char[] STORE_PASSWORD = "changeit".toCharArray();

    @TempDir static Path store;

    @TempDir Path folder;

    /// A server with TLS that answers every request in one way.
    private record Secured(HttpsServer server, Path certificate, List<String> authorizations)
            implements AutoCloseable {
        String host() {
            return "127.0.0.1:" + server.getAddress().getPort();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }

    /// Certificates of a signed server, an expired one, and one for another host.
    @BeforeAll
    static void makeCertificates() throws Exception {
        keytool("authority", "-ext", "bc:c");
        keytool("good", "-signer", "authority", "-ext", "san=ip:127.0.0.1");
        keytool("alien", "-signer", "authority", "-ext", "san=dns:alien.example");
        keytool(
                "old",
                "-signer",
                "authority",
                "-ext",
                "san=ip:127.0.0.1",
                "-startdate",
                "2020/01/01 00:00:00",
                "-validity",
                "1");
    }

    private static void keytool(String name, String... more) throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                Path.of(System.getProperty("java.home", ""), "bin/keytool")
                                        .toString(),
                                "-genkeypair",
                                "-keystore",
                                store.resolve("all.p12").toString(),
                                "-storepass",
                                new String(STORE_PASSWORD),
                                "-keyalg",
                                "EC",
                                "-alias",
                                name,
                                "-dname",
                                "CN=" + name));
        command.addAll(List.of(more));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
    }

    private Secured secured(String name, String location) throws Exception {
        KeyStore all = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store.resolve("all.p12"))) {
            all.load(in, STORE_PASSWORD);
        }
        Path certificate = folder.resolve("authority.crt");
        byte[] der = Objects.requireNonNull(all.getCertificate("authority")).getEncoded();
        Files.writeString(
                certificate,
                "-----BEGIN CERTIFICATE-----\n"
                        + Base64.getMimeEncoder().encodeToString(der)
                        + "\n-----END CERTIFICATE-----\n",
                StandardCharsets.US_ASCII);
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(
                name,
                all.getKey(name, STORE_PASSWORD),
                STORE_PASSWORD,
                all.getCertificateChain(name));
        KeyManagerFactory factory =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(keys, STORE_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(factory.getKeyManagers(), null, null);
        HttpsServer server =
                HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        List<String> authorizations = new CopyOnWriteArrayList<>();
        server.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        String shown = exchange.getRequestHeaders().getFirst("Authorization");
                        authorizations.add(String.valueOf(shown));
                        if (!location.isEmpty() && shown == null) {
                            exchange.getResponseHeaders()
                                    .set("WWW-Authenticate", "Basic realm=\"r\"");
                            TestServer.send(exchange, 401, "");
                        } else if (!location.isEmpty()) {
                            exchange.getResponseHeaders().set("Location", location);
                            TestServer.send(exchange, 307, "");
                        } else {
                            TestServer.send(exchange, 200, Fixture.MANIFEST);
                        }
                    }
                });
        server.start();
        return new Secured(server, certificate, authorizations);
    }

    private static Manifest ask(Secured server, RegistryOptions options)
            throws IOException, InterruptedException {
        try (RegistryClient client =
                new RegistryClient(options, Patience.standard(), ignored -> {})) {
            return client.repository(ImageReference.parse(server.host() + "/app"))
                    .manifest("1", 1000);
        }
    }

    private RegistryOptions trusting(Secured server) {
        return RegistryOptions.of(Map.of("DOCKER_CONFIG", folder.toString()))
                .withEtc(folder.resolve("etc"))
                .withAuthority(Optional.of(server.certificate()));
    }

    private void login(Secured server) throws IOException {
        Files.writeString(
                folder.resolve("config.json"),
                "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}"
                        .formatted(
                                server.host(),
                                Base64.getEncoder()
                                        .encodeToString(
                                                "ann:secret".getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
    }

    @Test
    void theAuthorityOfAnOptionTheHostsFolderOrTheSystemIsTrusted() throws Exception {
        try (Secured server = secured("good", "")) {
            assertThat(ask(server, trusting(server)).bytes()).isEqualTo(Fixture.MANIFEST);
            Path etc = folder.resolve("etc");
            Path certificates =
                    Files.createDirectories(etc.resolve("docker/certs.d").resolve(server.host()));
            Files.copy(server.certificate(), certificates.resolve("own.crt"));
            RegistryOptions byFolder = RegistryOptions.of(Map.of()).withEtc(etc);
            assertThat(ask(server, byFolder).bytes()).isEqualTo(Fixture.MANIFEST);
            Path system = Files.createDirectories(folder.resolve("system/ssl/certs"));
            Files.copy(server.certificate(), system.resolve("ca-certificates.crt"));
            RegistryOptions bySystem =
                    RegistryOptions.of(Map.of()).withEtc(folder.resolve("system"));
            assertThat(ask(server, bySystem).bytes()).isEqualTo(Fixture.MANIFEST);
            RegistryOptions byVariable =
                    RegistryOptions.of(Map.of("SSL_CERT_FILE", server.certificate().toString()))
                            .withEtc(folder.resolve("none"));
            assertThat(ask(server, byVariable).bytes()).isEqualTo(Fixture.MANIFEST);
        }
    }

    @Test
    void aRedirectToAnotherHostTakesNoLoginAlong() throws Exception {
        try (Secured other = secured("good", "");
                Secured server = secured("good", "https://" + other.host() + "/there")) {
            login(server);
            assertThat(ask(server, trusting(server)).bytes()).isEqualTo(Fixture.MANIFEST);
            assertThat(server.authorizations()).hasSize(2).last().asString().startsWith("Basic ");
            assertThat(other.authorizations()).containsExactly("null");
        }
    }

    @Test
    void aRedirectFromTlsToNoneIsNotFollowedEvenWhereTheHostWasNamed() throws Exception {
        try (TestServer plain = new TestServer();
                Secured server = secured("good", "http://" + plain.host() + PATH)) {
            login(server);
            RegistryOptions options =
                    trusting(server).withPlainHttp(java.util.Set.of(plain.host()));
            assertThatThrownBy(() -> ask(server, options))
                    .hasMessage(
                            server.host()
                                    + " redirects to "
                                    + plain.host()
                                    + " without TLS, which is not followed");
            assertThat(plain.seen()).isEmpty();
        }
    }

    @Test
    void anExpiredCertificateIsSaid() throws Exception {
        try (Secured server = secured("old", "")) {
            assertThatThrownBy(() -> ask(server, trusting(server)))
                    .hasMessageStartingWith(
                            "the certificate of " + server.host() + " (subject 'CN=old'")
                    .hasMessageContaining(") has expired at 2020-01-0");
        }
    }

    @Test
    void aCertificateForAnotherHostIsSaid() throws Exception {
        try (Secured server = secured("alien", "")) {
            assertThatThrownBy(() -> ask(server, trusting(server)))
                    .hasMessageContaining("is not for this host: use the name that stands in it");
        }
    }

    @Test
    void aFileWithoutCertificatesIsSaid() throws Exception {
        Path file = Files.writeString(folder.resolve("empty.pem"), "nothing\n");
        try (Secured server = secured("good", "")) {
            RegistryOptions options =
                    RegistryOptions.of(Map.of()).withEtc(folder).withAuthority(Optional.of(file));
            assertThatThrownBy(() -> ask(server, options))
                    .hasMessageStartingWith("'" + file + "' holds no certificate in PEM");
        }
    }
}
