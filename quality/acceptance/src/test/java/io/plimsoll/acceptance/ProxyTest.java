package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program behind a proxy that wants a login: a registry with TLS, and data from it.
final class ProxyTest {
    private static final String PASSWORD = "open-sesame-4711";

    @TempDir static Path shared;

    @TempDir Path folder;

    private static TestAuthority authority;
    private static RealRegistry registry;

    private ConnectProxy proxy;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        authority = TestAuthority.make(shared.resolve("ca"));
        registry = RealRegistry.withTls(shared.resolve("registry"), authority);
        Path examples = Files.createDirectories(shared.resolve("examples"));
        Examples.write(examples);
        new Program(examples)
                .lines(
                        "skopeo",
                        "copy",
                        "--dest-cert-dir",
                        authority.trust(),
                        "docker-archive:image.tar",
                        "docker://" + registry.host() + "/team/app:1");
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @BeforeEach
    void startProxy() throws IOException {
        proxy = new ConnectProxy("ann:" + PASSWORD);
    }

    @AfterEach
    void stopProxy() throws IOException {
        proxy.close();
    }

    private Program behind(String variable) {
        return CommandLineTest.launcher(folder)
                .with("HOME", folder.toString())
                .with(variable, "http://ann:" + PASSWORD + "@" + proxy.host());
    }

    private static String[] scan() {
        return new String[] {
            Repository.launcher().toString(),
            "scan",
            "--verbose",
            "--registry-ca",
            authority.file("ca.crt").toString(),
            "registry:" + registry.host() + "/team/app:1"
        };
    }

    private static void noSecret(Program.Outcome outcome) {
        assertThat(outcome.out() + outcome.err()).doesNotContain(PASSWORD, "YW5u");
    }

    @Test
    void anImageComesThroughTheTunnelOfAProxyWithALogin() throws Exception {
        Program.Outcome outcome = behind("HTTPS_PROXY").run(scan()).withCode(0);
        assertThat(outcome.out()).contains("CVE-2024-5535");
        assertThat(proxy.passed()).isNotEmpty().containsOnly("CONNECT " + registry.host());
        noSecret(outcome);
    }

    @Test
    void noProxyLeavesTheProxyOut() throws Exception {
        Program.Outcome outcome =
                behind("https_proxy").with("no_proxy", "localhost, 127.0.0.0/8").run(scan());
        assertThat(outcome.withCode(0).out()).contains("CVE-2024-5535");
        assertThat(proxy.passed()).isEmpty();
    }

    @Test
    void aProxyThatRefusesTheLoginOrIsNotThereIsSaid() throws Exception {
        Program.Outcome refused =
                behind("HTTPS_PROXY")
                        .with("https_proxy", "http://ann:" + PASSWORD + "x@" + proxy.host())
                        .run(scan())
                        .withCode(3);
        assertThat(refused.err())
                .contains(
                        "the proxy "
                                + proxy.host()
                                + " (https_proxy) does not accept the name and password");
        noSecret(refused);
        String nobody;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = "127.0.0.1:" + free.getLocalPort();
        }
        Program.Outcome unreachable =
                behind("HTTPS_PROXY")
                        .with("HTTPS_PROXY", "http://ann:" + PASSWORD + "@" + nobody)
                        .run(scan())
                        .withCode(3);
        assertThat(unreachable.err())
                .contains(
                        "no connection to "
                                + registry.host()
                                + ": the proxy "
                                + nobody
                                + " (HTTPS_PROXY) refuses it; correct the variable");
        noSecret(unreachable);
    }

    @Test
    void advisoryDataIsPushedAndPulledThroughAProxy() throws Exception {
        Feeds.key(folder, "key");
        Feeds.write(folder.resolve("feeds"), 5);
        String launcher = Repository.launcher().toString();
        Program program = behind("HTTPS_PROXY");
        program.run(
                        launcher,
                        "db",
                        "build",
                        "--from",
                        "feeds",
                        "--out",
                        "built",
                        "--sign-key",
                        "key.pem")
                .withCode(0);
        String data = registry.host() + "/team/data:1";
        String authorityFile = authority.file("ca.crt").toString();
        program.run(launcher, "db", "push", "--registry-ca", authorityFile, "--db", "built", data)
                .withCode(0);
        Program.Outcome pulled =
                program.run(
                                launcher,
                                "db",
                                "update",
                                "--from",
                                "oci:" + data,
                                "--db",
                                "own",
                                "--registry-ca",
                                authorityFile,
                                "--trust-key",
                                "key.pub")
                        .withCode(0);
        assertThat(pulled.err()).contains("1 fetched whole");
        assertThat(proxy.passed()).hasSizeGreaterThan(1);
        noSecret(pulled);
    }
}
