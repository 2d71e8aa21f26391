package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.LargeImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Signals while an engine exports, while advisory data is built and while it is fetched: at several
/// moments of each, and nothing unfinished is left.
final class CutShortDataTest {
    private static final String LAUNCHER = Repository.launcher().toString();
    private static final long MIB = 1024 * 1024;
    private static final int MANY = 60_000;
    private static final String ID = "sha256:" + "ab".repeat(32);

    @TempDir static Path shared;

    @TempDir Path folder;

    @BeforeAll
    static void mirror() throws Exception {
        Feeds.key(shared, "key");
        Feeds.write(shared.resolve("feeds"), 300);
        new Program(shared).lines("sh", "-c", "cd feeds/osv/npm && zip -q all.zip *.json");
        CommandLineTest.launcher(shared)
                .run(LAUNCHER, "db", "build", "--from=feeds", "--out=mirror", "--sign-key=key.pem")
                .withCode(0);
        LargeImage.write(shared.resolve("image.tar"), new LargeImage.Shape(4, 200, MIB, 16 * MIB));
    }

    private Storm storm() {
        return new Storm(folder).with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString());
    }

    private static Map<String, byte[]> served(Path top) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(top)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                files.put(top.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    private List<String> left() throws IOException {
        return new ArrayList<>(Storm.files(folder).keySet());
    }

    private void ends(Storm.Running running, String signal, int code) throws Exception {
        running.signal(signal);
        Storm.Outcome outcome = running.end();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).doesNotContain("Exception", "failed", "\tat ", "silent");
        assertThat(left()).noneMatch(name -> name.contains("draft") || name.contains("spool"));
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 130, /json, 0",
        "TERM, 143, /get, 0",
        "INT, 130, /get, 10",
        "TERM, 143, /get, 95",
    })
    void aSignalEndsTheExportOfAnEngine(String signal, int code, String at, int percent)
            throws Exception {
        Map<String, byte[]> engine =
                Map.of(
                        "images/app/json",
                        "{\"Id\":\"%s\",\"RootFS\":{\"Layers\":[]}}"
                                .formatted(ID)
                                .getBytes(StandardCharsets.UTF_8),
                        "images/" + ID + "/get",
                        Files.readAllBytes(shared.resolve("image.tar")));
        try (StallingServer server = new StallingServer(engine, at, percent)) {
            Storm.Running scan =
                    storm().with("DOCKER_HOST", "tcp://" + server.host())
                            .start(LAUNCHER, "scan", "--quiet", "-o", "out.json", "docker:app");
            server.untilStalled();
            ends(scan, signal, code);
        }
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 130, index.json.sig, 0",
        "TERM, 143, index.json, 50",
        "INT, 130, .seg, 0",
        "TERM, 143, .seg, 50",
    })
    void aSignalEndsAnUpdate(String signal, int code, String at, int percent) throws Exception {
        try (StallingServer server =
                new StallingServer(served(shared.resolve("mirror")), at, percent)) {
            Storm.Running update =
                    storm().start(
                                    LAUNCHER,
                                    "db",
                                    "update",
                                    "--db=own",
                                    "--from=http://" + server.host() + "/",
                                    "--trust-key=" + shared.resolve("key.pub"));
            server.untilStalled();
            ends(update, signal, code);
        }
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "INT, 130, ecosystems.txt, 0",
        "TERM, 143, all.zip, 0",
        "INT, 130, all.zip, 50",
    })
    void aSignalEndsTheFetchingOfFeeds(String signal, int code, String at, int percent)
            throws Exception {
        try (StallingServer server =
                new StallingServer(served(shared.resolve("feeds")), at, percent)) {
            Storm.Running build =
                    storm().start(
                                    LAUNCHER,
                                    "db",
                                    "build",
                                    "--out=built",
                                    "--from=http://" + server.host() + "/");
            server.untilStalled();
            ends(build, signal, code);
        }
        assertThat(folder.resolve("built")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsABuildThatReadsFeeds(String signal, int code) throws Exception {
        Path feeds = manyRecords();
        Storm.Running build =
                storm().start(LAUNCHER, "db", "build", "--from=" + feeds, "--out=built");
        // The folder is made before the feeds are read.
        build.until(() -> Files.exists(folder.resolve("built")));
        ends(build, signal, code);
        assertThat(folder.resolve("built")).isEmptyDirectory();
    }

    @Test
    void aSignalWhileABuildWritesLeavesWholeFilesOnly() throws Exception {
        Path feeds = manyRecords();
        Path built = folder.resolve("built");
        Storm.Running build =
                storm().start(LAUNCHER, "db", "build", "--from=" + feeds, "--out=built");
        build.until(() -> Files.exists(built) && !isEmpty(built));
        build.signal("TERM");
        // It may have been done by then.
        assertThat(build.end().code()).isIn(143, 0);
        assertThat(left()).allMatch(name -> name.matches("built/(index\\.json|\\w{64}\\.seg)"));
    }

    /// Feeds that take a second to read.
    private static Path manyRecords() throws IOException {
        Path zip = shared.resolve("many/osv/npm/all.zip");
        if (Files.exists(zip)) {
            return shared.resolve("many");
        }
        Files.createDirectories(zip.getParent());
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (int i = 0; i < MANY; i++) {
                out.putNextEntry(new ZipEntry("GHSA-" + i + ".json"));
                String record =
                        """
                        {"id": "GHSA-%d", "modified": "2026-11-20T00:00:00Z",
                         "affected": [{"package": {"ecosystem": "npm", "name": "package-%d"},
                           "ranges": [{"type": "SEMVER", "events": [{"introduced": "0"}]}]}]}
                        """
                                .formatted(i, i);
                out.write(record.getBytes(StandardCharsets.UTF_8));
            }
        }
        return shared.resolve("many");
    }

    private static boolean isEmpty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.findFirst().isEmpty();
        }
    }

    @Test
    void whatKilledBuildsLeftIsSweptByTheNextOne() throws Exception {
        Path built = Files.createDirectories(folder.resolve("built"));
        Path left = Files.createFile(built.resolve(".draft-4711-1"));
        Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        Path current = Files.createFile(built.resolve(".draft-4711-2"));
        String feeds = shared.resolve("feeds").toString();
        CommandLineTest.launcher(folder)
                .run(LAUNCHER, "db", "build", "--from=" + feeds, "--out=built")
                .withCode(0);
        assertThat(left).doesNotExist();
        assertThat(current).exists();
    }
}
