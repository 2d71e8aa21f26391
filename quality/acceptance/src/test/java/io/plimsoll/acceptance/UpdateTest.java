package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.StoreFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The whole program as builder, mirror and user of advisory data.
final class UpdateTest {
    private static final String FIRST = "2026-11-20T00:00:00Z";
    private static final String SECOND = "2026-11-21T00:00:00Z";

    @TempDir Path folder;
    private final List<AutoCloseable> servers = new ArrayList<>();

    @BeforeEach
    void start() throws Exception {
        Feeds.key(folder, "key");
        Feeds.write(folder.resolve("feeds"), 600);
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable server : servers) {
            server.close();
        }
    }

    private Program.Outcome plimsoll(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of(Repository.launcher().toString()));
        command.addAll(List.of(arguments));
        return CommandLineTest.launcher(folder)
                .with("PLIMSOLL_DB_DIR", folder.resolve("own").toString())
                .with("PLIMSOLL_TRUST_KEY", folder.resolve("key.pub").toString())
                .run(command.toArray(String[]::new));
    }

    private void build(String created, String... more) throws Exception {
        List<String> arguments =
                new ArrayList<>(
                        List.of("db", "build", "--from", "feeds", "--out", "mirror", "--created"));
        arguments.add(created);
        arguments.addAll(List.of(more));
        plimsoll(arguments.toArray(String[]::new)).withCode(0);
    }

    private String serve(Path what) throws IOException {
        StaticServer server = StaticServer.of(what);
        servers.add(server);
        return server.address();
    }

    @Test
    void withoutAMirrorThePublishersFeedsAreFetchedAndTheStoreIsBuilt() throws Exception {
        Path npm = folder.resolve("feeds/osv/npm");
        new Program(npm).lines("sh", "-c", "python3 -m zipfile -c all.zip *.json && rm *.json");
        String address = serve(folder.resolve("feeds"));
        List<String> update = new ArrayList<>(List.of("db", "update"));
        for (String feed : List.of("nvd", "epss", "kev", "eol")) {
            update.add("--feed=" + feed + "=http://127.0.0.1:1/");
        }
        update.add("--feed=osv=" + address + "osv/");
        Program.Outcome outcome = plimsoll(update.toArray(String[]::new)).withCode(0);
        assertThat(outcome.err()).contains("left out: no connection to 127.0.0.1:1", "1 segment");
        assertThat(plimsoll("db", "status").withCode(0).out()).contains("npm");
        update.set(update.size() - 1, "--feed=osv=http://127.0.0.1:1/");
        assertThat(plimsoll(update.toArray(String[]::new)).withCode(3).err())
                .contains("the data is as before");
        assertThat(plimsoll("db", "verify").withCode(0).err()).isEmpty();
    }

    @Test
    void aMirrorIsFetchedWholeThenByPatchThenNotAtAll() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        String address = serve(folder.resolve("mirror"));
        assertThat(plimsoll("db", "update", "--from", address).withCode(0).err())
                .contains("data of " + FIRST + ", signed by key ", " 1 fetched whole; ");
        Feeds.write(folder.resolve("feeds"), 605);
        build(SECOND, "--sign-key", "key.pem", "--previous", "mirror");
        assertThat(plimsoll("db", "update", "--from", address).withCode(0).err())
                .contains("data of " + SECOND, "1 patched, 0 fetched whole");
        assertThat(plimsoll("db", "update", "--from", address).withCode(0).err())
                .startsWith("nothing newer: data of " + SECOND);
        plimsoll("db", "verify").withCode(0);
        assertThat(plimsoll("db", "search", "CVE-2026-10604").withCode(0).out())
                .contains("package-302");
    }

    @Test
    void whoeverDidNotSignIsRefusedAndTheRefusalIsFour() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        plimsoll("db", "update", "--from", "mirror").withCode(0);
        Feeds.key(folder, "other");
        build(SECOND, "--sign-key", "other.pem");
        assertThat(plimsoll("db", "update", "--from", "mirror").withCode(4).err())
                .contains(
                        "which is not trusted", "--trust-key FILE", "the data in use is as before");
        build(SECOND);
        assertThat(plimsoll("db", "update", "--from", "mirror").withCode(4).err())
                .contains("mirror index.json is not signed", "--insecure-unsigned");
        assertThat(created()).isEqualTo(Instant.parse(FIRST));
        assertThat(
                        plimsoll("db", "update", "--from", "mirror", "--insecure-unsigned")
                                .withCode(0)
                                .err())
                .startsWith("nobody vouches for this data");
        assertThat(created()).isEqualTo(Instant.parse(SECOND));
        build(FIRST, "--sign-key", "key.pem");
        assertThat(plimsoll("db", "update", "--from", "mirror").withCode(4).err())
                .contains("older than what is in use", "--allow-older");
        plimsoll("db", "update", "--from", "mirror", "--allow-older").withCode(0);
        assertThat(created()).isEqualTo(Instant.parse(FIRST));
    }

    @Test
    void withoutAKeyEveryUpdateIsRefusedAndSaysHowToGiveOne() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        Program.Outcome outcome =
                CommandLineTest.launcher(folder)
                        .with("PLIMSOLL_DB_DIR", folder.resolve("own").toString())
                        .run(Repository.launcher().toString(), "db", "update", "--from", "mirror")
                        .withCode(4);
        assertThat(outcome.err())
                .contains(
                        "no key is built in or given", "--trust-key FILE", "there is no data yet");
    }

    @Test
    void aMirrorThatIsNotThereLeavesTheDataInUse() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        plimsoll("db", "update", "--from", "mirror").withCode(0);
        StaticServer gone = StaticServer.of(folder);
        gone.close();
        assertThat(plimsoll("db", "update", "--from", gone.address()).withCode(4).err())
                .contains(gone.host(), "it is refused", "the data in use is as before");
        assertThat(plimsoll("db", "update", "--from", "no-such-mirror").withCode(4).err())
                .contains("there is no folder and no file no-such-mirror");
        plimsoll("db", "update", "--from", "https://").withCode(2);
        plimsoll("db", "verify").withCode(0);
    }

    @Test
    void aRegistryHoldsAStoreAndGivesItToOthers() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        RealRegistry registry = RealRegistry.plain(folder.resolve("registry"));
        servers.add(registry);
        String reference = registry.host() + "/team/advisories:latest";
        String[] push = {
            "db", "push", "--db", "mirror", "--plain-http", registry.host(), reference
        };
        assertThat(plimsoll(push).withCode(0).err()).contains("has 3 files, of which 3 were new");
        String[] pull = {"db", "pull", "--plain-http", registry.host(), reference};
        assertThat(plimsoll(pull).withCode(0).err()).contains("1 fetched whole");
        Feeds.write(folder.resolve("feeds"), 605);
        build(SECOND, "--sign-key", "key.pem", "--previous", "mirror");
        assertThat(plimsoll(push).withCode(0).err()).contains("has 4 files, of which 4 were new");
        assertThat(
                        plimsoll(
                                        "db",
                                        "update",
                                        "--plain-http",
                                        registry.host(),
                                        "--from",
                                        "oci:" + reference)
                                .withCode(0)
                                .err())
                .contains("1 patched, 0 fetched whole");
        assertThat(plimsoll(pull).withCode(0).err()).startsWith("nothing newer");
        assertThat(StoreFiles.verify(folder.resolve("own"))).isEmpty();
        assertThat(
                        String.join(
                                "\n",
                                new Program(folder)
                                        .lines(
                                                "skopeo",
                                                "inspect",
                                                "--raw",
                                                "--tls-verify=false",
                                                "docker://" + reference)))
                .contains("application/vnd.plimsoll.advisories.segment.v1", "index.json.sig");
    }

    @Test
    void aRegistryWithTlsAndALoginIsPushedTo() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        TestAuthority authority = TestAuthority.make(folder.resolve("ca"));
        RealRegistry registry =
                RealRegistry.withPassword(folder.resolve("registry"), authority, "ann", "open");
        servers.add(registry);
        String login =
                java.util.Base64.getEncoder()
                        .encodeToString(
                                "ann:open".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        String ca = authority.file("ca.crt").toString();
        String reference = registry.host() + "/team/advisories:latest";
        Files.writeString(folder.resolve("config.json"), "{\"auths\":{}}");
        Program program =
                CommandLineTest.launcher(folder)
                        .with("PLIMSOLL_TRUST_KEY", folder.resolve("key.pub").toString())
                        .with("DOCKER_CONFIG", folder.toString());
        String launcher = Repository.launcher().toString();
        assertThat(
                        program.run(
                                        launcher,
                                        "db",
                                        "push",
                                        "--db",
                                        "mirror",
                                        "--registry-ca",
                                        ca,
                                        reference)
                                .withCode(3)
                                .err())
                .contains("wants a login");
        Files.writeString(
                folder.resolve("config.json"),
                "{\"auths\":{\"%s\":{\"auth\":\"%s\"}}}".formatted(registry.host(), login));
        program.run(launcher, "db", "push", "--db", "mirror", "--registry-ca", ca, reference)
                .withCode(0);
        program.run(launcher, "db", "pull", "--db", "own", "--registry-ca", ca, reference)
                .withCode(0);
        assertThat(StoreFiles.verify(folder.resolve("own"))).isEmpty();
    }

    @Test
    void aDiskThatIsFullLeavesTheDataInUse() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        plimsoll("db", "update", "--from", "mirror").withCode(0);
        shipped();
        // No file may become larger than 256 blocks of 512 bytes: half of the largest segments.
        Program.Outcome outcome =
                CommandLineTest.launcher(folder)
                        .with("PLIMSOLL_DB_DIR", folder.resolve("own").toString())
                        .run(
                                "sh",
                                "-c",
                                "ulimit -f 256; exec "
                                        + Repository.launcher()
                                        + " db update --from shipped --trust-key key.pub")
                        .withCode(4);
        assertThat(outcome.err()).contains("the data in use is as before");
        assertThat(created()).isEqualTo(Instant.parse(FIRST));
        assertThat(StoreFiles.verify(folder.resolve("own"))).isEmpty();
        try (Stream<Path> files = Files.list(folder.resolve("own"))) {
            assertThat(files.filter(file -> file.toString().contains(".draft"))).isEmpty();
        }
        plimsoll("db", "update", "--from", "shipped").withCode(0);
        assertThat(StoreFiles.verify(folder.resolve("own"))).isEmpty();
    }

    /// Killed at fifty moments of one update; after each the store is whole, of the one day or the
    /// other, and a scan runs.
    @Test
    void anUpdateKilledAtAnyMomentLeavesAStoreThatScansCanUse() throws Exception {
        build(FIRST, "--sign-key", "key.pem");
        Path own = folder.resolve("own");
        plimsoll("db", "update", "--from", "mirror").withCode(0);
        shipped();
        String address = serve(folder.resolve("shipped"));
        Path first = folder.resolve("first");
        copy(own, first);
        long start = System.nanoTime();
        plimsoll("db", "update", "--from", address).withCode(0);
        long whole = System.nanoTime() - start;
        Instant second = created();
        Files.writeString(folder.resolve("purls.txt"), "pkg:npm/package-1@0.0.1\n");
        Random random = new Random(50);
        int killed = 0;
        for (int i = 0; i < 50; i++) {
            if (created().equals(second)) {
                clear(own);
                copy(first, own);
            }
            killed += killAfter(random.nextLong(whole), address) ? 1 : 0;
            assertThat(StoreFiles.verify(own)).isEmpty();
            assertThat(created()).isIn(Instant.parse(FIRST), second);
            plimsoll("scan", "--quiet", "purls:purls.txt").withCode(0);
        }
        assertThat(killed).isPositive();
        plimsoll("db", "update", "--from", address).withCode(0);
        assertThat(created()).isEqualTo(second);
        plimsoll("db", "verify").withCode(0);
    }

    private boolean killAfter(long nanos, String address) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                                Repository.launcher().toString(),
                                "db",
                                "update",
                                "--from",
                                address,
                                "--db",
                                "own",
                                "--trust-key",
                                "key.pub")
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home", ""));
        Process process = builder.start();
        if (process.waitFor(nanos, TimeUnit.NANOSECONDS)) {
            return false;
        }
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
        return true;
    }

    /// The snapshot that ships, with a signature.
    private void shipped() throws Exception {
        copy(Repository.advisories(), folder.resolve("shipped"));
        plimsoll("db", "sign", "--db", "shipped", "--sign-key", "key.pem").withCode(0);
    }

    private Instant created() throws IOException {
        return AdvisoryStore.readIndex(folder.resolve("own")).created();
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
