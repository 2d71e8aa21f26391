package io.plimsoll.acceptance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Debian's `docker-registry`, running on a free port of this machine.
final class RealRegistry implements AutoCloseable {
    private static final Pattern LISTENING = Pattern.compile("listening on ([0-9.]+:[0-9]+)");

    private final Process process;
    private final String host;

    private RealRegistry(Process process, String host) {
        this.process = process;
        this.host = host;
    }

    /// Without TLS and without logins.
    static RealRegistry plain(Path folder) throws IOException {
        return start(folder, "", "");
    }

    /// With TLS, for everybody.
    static RealRegistry withTls(Path folder, TestAuthority authority) throws IOException {
        return start(folder, tls(authority), "");
    }

    /// With TLS, and one login by htpasswd.
    static RealRegistry withPassword(
            Path folder, TestAuthority authority, String user, String password)
            throws IOException, InterruptedException {
        Files.createDirectories(folder);
        new Program(folder).lines("htpasswd", "-Bbc", "htpasswd", user, password);
        return start(
                folder,
                tls(authority),
                """
                auth:
                  htpasswd:
                    realm: test
                    path: %s
                """
                        .formatted(folder.resolve("htpasswd")));
    }

    /// With TLS and tokens of a server.
    static RealRegistry withTokens(Path folder, TestAuthority authority, String realm)
            throws IOException {
        return start(
                folder,
                tls(authority),
                """
                auth:
                  token:
                    realm: %s
                    service: %s
                    issuer: %s
                    rootcertbundle: %s
                """
                        .formatted(
                                realm,
                                TokenServer.SERVICE,
                                TokenServer.ISSUER,
                                authority.file("ca.crt")));
    }

    /// With TLS, for clients that show a certificate.
    static RealRegistry withClientCertificates(Path folder, TestAuthority authority)
            throws IOException {
        String clients = "    clientcas:\n      - " + authority.file("ca.crt") + "\n";
        return start(folder, tls(authority) + clients, "");
    }

    private static String tls(TestAuthority authority) {
        return "  tls:\n    certificate: %s\n    key: %s\n"
                .formatted(authority.file("server.crt"), authority.file("server.key"));
    }

    private static RealRegistry start(Path folder, String tls, String auth) throws IOException {
        Files.createDirectories(folder);
        Path config = Files.createTempFile(folder, "registry", ".yml");
        Files.writeString(
                config,
                """
                version: 0.1
                log:
                  accesslog:
                    disabled: true
                storage:
                  filesystem:
                    rootdirectory: %s
                http:
                  addr: 127.0.0.1:0
                """
                                .formatted(folder.resolve("data"))
                        + tls
                        + auth,
                StandardCharsets.UTF_8);
        Process process =
                new ProcessBuilder("docker-registry", "serve", config.toString())
                        .redirectErrorStream(true)
                        .start();
        BufferedReader log =
                new BufferedReader(
                        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher listening = LISTENING.matcher(line);
            if (listening.find()) {
                Thread.ofVirtual().start(() -> log.lines().forEach(ignored -> {}));
                return new RealRegistry(process, listening.group(1));
            }
        }
        throw new AssertionError("docker-registry did not start:\n" + said);
    }

    /// `127.0.0.1:PORT`.
    String host() {
        return host;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }
}
