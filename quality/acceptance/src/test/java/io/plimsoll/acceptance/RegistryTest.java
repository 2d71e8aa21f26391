package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program against real registries. No run of it may show or keep a secret.
final class RegistryTest {
    private static final String USER = "ann";
    private static final String PASSWORD = "open-sesame-4711";
    private static final String WRONG = "close-sesame-0815";

    @TempDir static Path shared;

    @TempDir Path folder;

    private static TestAuthority authority;
    private static RealRegistry registry;
    private static RealRegistry plain;

    private final StringBuilder printed = new StringBuilder();

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        authority = TestAuthority.make(shared.resolve("ca"));
        registry = RealRegistry.withPassword(shared.resolve("registry"), authority, USER, PASSWORD);
        plain = RealRegistry.plain(shared.resolve("registry"));
        Path examples = Files.createDirectories(shared.resolve("examples"));
        Examples.write(examples);
        new Program(examples)
                .lines(
                        "skopeo",
                        "copy",
                        "--dest-cert-dir",
                        authority.trust(),
                        "--dest-creds",
                        USER + ":" + PASSWORD,
                        "docker-archive:image.tar",
                        "docker://" + registry.host() + "/team/app:1");
    }

    @AfterAll
    static void stop() {
        registry.close();
        plain.close();
    }

    @BeforeEach
    void login() throws IOException {
        login(registry.host(), PASSWORD);
    }

    @AfterEach
    void nothingSecretWasShownOrKept() throws IOException {
        for (String secret : new String[] {PASSWORD, WRONG, base64(PASSWORD), base64(WRONG)}) {
            assertThat(printed).doesNotContain(secret);
        }
        Path cache = folder.resolve("cache");
        if (Files.exists(cache)) {
            try (Stream<Path> files = Files.walk(cache)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                    assertThat(text).doesNotContain(PASSWORD, base64(PASSWORD));
                    assertThat(text).doesNotContain(WRONG, base64(WRONG));
                }
            }
        }
    }

    private void login(String host, String password) throws IOException {
        Files.writeString(
                folder.resolve("config.json"),
                "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(host, base64(password)),
                StandardCharsets.UTF_8);
    }

    private static String base64(String password) {
        return Base64.getEncoder()
                .encodeToString((USER + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private Program.Outcome scan(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 3];
        command[0] = Repository.launcher().toString();
        command[1] = "scan";
        command[2] = "--verbose";
        System.arraycopy(arguments, 0, command, 3, arguments.length);
        Program.Outcome outcome =
                CommandLineTest.launcher(folder)
                        .with("HOME", folder.toString())
                        .with("DOCKER_CONFIG", folder.toString())
                        .run(command);
        printed.append(outcome.out()).append(outcome.err());
        return outcome;
    }

    private String authorityFile() {
        return authority.file("ca.crt").toString();
    }

    private void fails(Program.Outcome outcome, String message) {
        assertThat(outcome.withCode(3).err().strip()).isEqualTo(message);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void aLayerThatIsKnownIsNotFetchedAgain() throws Exception {
        String target = "registry:" + registry.host() + "/team/app:1";
        Program.Outcome first = scan("--registry-ca", authorityFile(), target).withCode(0);
        assertThat(first.out()).contains("CVE-2024-5535");
        Program.Outcome again = scan("--registry-ca", authorityFile(), target).withCode(0);
        assertThat(again.out()).isEqualTo(first.out());
        assertThat(again.err()).contains("known already");
    }

    @Test
    void everyPlatformOfAnIndexIsScanned() throws Exception {
        Path layout = TwoPlatforms.write(folder.resolve("multi"));
        String name = plain.host() + "/team/multi:1";
        new Program(folder)
                .lines(
                        "skopeo",
                        "copy",
                        "--all",
                        "--dest-tls-verify=false",
                        "oci:" + layout + ":1",
                        "docker://" + name);
        for (String target : List.of("registry:" + name, "oci-dir:multi", "multi")) {
            String[] arguments = {"--plain-http", plain.host(), "--all-platforms", target};
            Program.Outcome text = scan(arguments).withCode(0);
            assertThat(text.out()).contains("linux/amd64", "linux/arm64", "CVE-2024-5535");
            String json = scan(withJson(arguments)).withCode(0).out();
            JsonObject document = Json.parse(json.getBytes(StandardCharsets.UTF_8)).asObject();
            assertThat(document.text("schema")).isEqualTo("plimsoll-reports/1");
            assertThat(document.objects("reports"))
                    .extracting(each -> each.object("target").text("platform"))
                    .containsExactly("linux/amd64", "linux/arm64");
            assertThat(document.objects("reports"))
                    .extracting(each -> each.objects("packages").size())
                    .containsExactly(1, 0);
        }
        scan("--all-platforms", "--platform", "linux/amd64", "oci-dir:multi").withCode(2);
        scan("--all-platforms", "--format", "cyclonedx", "oci-dir:multi").withCode(2);
    }

    private static String[] withJson(String... arguments) {
        String[] more = Arrays.copyOf(arguments, arguments.length + 2);
        more[arguments.length] = "--format";
        more[arguments.length + 1] = "json";
        return more;
    }

    @Test
    void aBareNameIsTakenFromTheRegistry() throws Exception {
        String name = registry.host() + "/team/app:1";
        assertThat(scan("--registry-ca", authorityFile(), name).withCode(0).err())
                .contains(name + " is taken as registry:" + name);
    }

    @Test
    void offlineAsksNobody() throws Exception {
        String name = registry.host() + "/team/app:1";
        fails(
                scan("--offline", "registry:" + name),
                "--offline forbids to ask the registry for '"
                        + name
                        + "'; save the image to an archive and scan that");
    }

    @Test
    void aWrongPasswordIsSaid() throws Exception {
        login(registry.host(), WRONG);
        fails(
                scan(
                        "--registry-ca",
                        authorityFile(),
                        "registry:" + registry.host() + "/team/app:1"),
                registry.host()
                        + " does not accept the user name and password of '"
                        + folder.resolve("config.json")
                        + "'; log in with `docker login "
                        + registry.host()
                        + "`");
    }

    @Test
    void noSuchTagIsSaidInTheRegistrysWord() throws Exception {
        fails(
                scan(
                        "--registry-ca",
                        authorityFile(),
                        "registry:" + registry.host() + "/team/app:2"),
                registry.host()
                        + " has no tag '2' in 'team/app' (it answers 404 MANIFEST_UNKNOWN)");
    }

    @Test
    void anUnknownAuthorityIsSaidWithTheCertificateAndTheRemedy() throws Exception {
        String fingerprint =
                new Program(authority.folder())
                        .lines(
                                "openssl",
                                "x509",
                                "-in",
                                "server.crt",
                                "-noout",
                                "-fingerprint",
                                "-sha256")
                        .getFirst()
                        .replaceFirst(".*=", "")
                        .replace(":", "")
                        .toLowerCase(java.util.Locale.ROOT);
        fails(
                scan("registry:" + registry.host() + "/team/app:1"),
                "the certificate of "
                        + registry.host()
                        + " (subject 'CN=test registry', issuer 'CN=Plimsoll test authority', SHA-256 "
                        + fingerprint
                        + ") is not signed by an authority that is known here; if you trust the issuer,"
                        + " name its certificate with --registry-ca FILE or put it into"
                        + " /etc/docker/certs.d/"
                        + registry.host()
                        + "/ca.crt");
    }

    @Test
    void aRegistryWithoutTlsIsSpokenToOnlyWhereTold() throws Exception {
        String target = "registry:" + plain.host() + "/team/app:1";
        fails(
                scan(target),
                plain.host()
                        + " does not speak TLS; if it is to be spoken to without, say --plain-http "
                        + plain.host());
        assertThat(scan("--plain-http", plain.host(), target).withCode(0).out())
                .contains("CVE-2024-5535");
    }

    @Test
    void aLayerThatTheRegistryAlteredIsNotBelieved() throws Exception {
        Path data = folder.resolve("altered");
        try (RealRegistry altered = RealRegistry.plain(data)) {
            new Program(shared.resolve("examples"))
                    .lines(
                            "skopeo",
                            "copy",
                            "--dest-tls-verify=false",
                            "docker-archive:image.tar",
                            "docker://" + altered.host() + "/team/app:1");
            Path layer = layerBlob(data);
            byte[] bytes = Files.readAllBytes(layer);
            bytes[bytes.length / 2] ^= 1;
            Files.write(layer, bytes);
            Program.Outcome outcome =
                    scan(
                            "--format",
                            "json",
                            "--plain-http",
                            altered.host(),
                            "registry:" + altered.host() + "/team/app:1");
            assertThat(outcome.withCode(3).out())
                    .contains("\"kind\": \"mismatch\"")
                    .contains("the blob's digest is sha256:")
                    .doesNotContain("CVE-2024-5535");
        }
    }

    /// A compressed layer; manifests and configurations are JSON.
    private static Path layerBlob(Path data) throws IOException {
        try (Stream<Path> files = Files.walk(data.resolve("data/docker/registry/v2/blobs"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.readAllBytes(file)[0] == 0x1f) {
                    return file;
                }
            }
        }
        throw new AssertionError("no layer in " + data);
    }

    @Test
    void nobodyAtThePortIsSaid() throws Exception {
        String host;
        try (ServerSocket free = new ServerSocket(0)) {
            host = "127.0.0.1:" + free.getLocalPort();
        }
        fails(
                scan("registry:" + host + "/app"),
                "no connection to " + host + ": it is refused; does a registry run there?");
    }

    @Test
    void aTokenIsFetchedAndOneThatHasExpiredIsSaid() throws Exception {
        try (TokenServer tokens = TokenServer.start(authority, USER, PASSWORD);
                RealRegistry guarded =
                        RealRegistry.withTokens(
                                shared.resolve("registry"), authority, tokens.realm())) {
            login(guarded.host(), PASSWORD);
            String[] arguments = {
                "--registry-ca",
                authorityFile(),
                "--plain-http",
                tokens.host(),
                "registry:" + guarded.host() + "/team/app:1"
            };
            assertThat(scan(arguments).withCode(0).out()).contains("CVE-2024-5535");
            tokens.valid(-600);
            fails(
                    scan(arguments),
                    guarded.host()
                            + " answers 401 UNAUTHORIZED for 'team/app' even with a fresh login from '"
                            + folder.resolve("config.json")
                            + "': it gives no right to pull it, it has expired already, or there is no"
                            + " such repository");
            login(guarded.host(), WRONG);
            fails(
                    scan(arguments),
                    "the token server "
                            + tokens.host()
                            + " of "
                            + guarded.host()
                            + " does not accept the user name and password of '"
                            + folder.resolve("config.json")
                            + "'; log in with `docker login "
                            + guarded.host()
                            + "`");
        }
    }

    @Test
    void aClientShowsTheCertificateOfItsFolder() throws Exception {
        try (RealRegistry guarded =
                RealRegistry.withClientCertificates(shared.resolve("registry"), authority)) {
            String target = "registry:" + guarded.host() + "/team/app:1";
            Path certificates =
                    Files.createDirectories(
                            folder.resolve(".config/containers/certs.d").resolve(guarded.host()));
            Files.copy(authority.file("ca.crt"), certificates.resolve("ca.crt"));
            assertThat(scan(target).withCode(3).err())
                    .startsWith(guarded.host() + " wants a certificate of the client");
            Files.copy(authority.file("client.cert"), certificates.resolve("me.cert"));
            assertThat(scan(target).withCode(3).err().strip())
                    .isEqualTo(
                            "'"
                                    + certificates.resolve("me.cert")
                                    + "' is a certificate to show, and its key '"
                                    + certificates.resolve("me.key")
                                    + "' is missing");
            Files.copy(authority.file("client.key"), certificates.resolve("me.key"));
            assertThat(scan(target).withCode(0).out()).contains("CVE-2024-5535");
        }
    }
}
