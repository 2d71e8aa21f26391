package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.testkit.LargeImage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls that end before they are done: by Ctrl-C, by a signal of the system, by `--timeout`.
final class CutShortTest {
    private static final String LAUNCHER = Repository.launcher().toString();
    private static final long MIB = 1024 * 1024;

    @TempDir static Path shared;

    @TempDir Path folder;

    @BeforeAll
    static void image() throws IOException {
        LargeImage.write(
                shared.resolve("image.tar"), new LargeImage.Shape(40, 2000, 64 * MIB, 1024 * MIB));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsTheReadingAndLeavesNothing(String signal, int code) throws Exception {
        Storm.Running scan =
                storm().start(
                                LAUNCHER,
                                "scan",
                                "--verbose",
                                "--format=json",
                                "--output=report.json",
                                "docker-archive:" + shared.resolve("image.tar"));
        scan.untilItSays("read layer");
        scan.signal(signal);
        Storm.Outcome outcome = scan.end();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
        assertThat(outcome.err()).doesNotContain("Exception", "failed", "\tat ");
        assertThat(left()).allMatch(name -> name.matches("cache/layers/(\\.swept|../\\w{62})"));
    }

    @ParameterizedTest
    @CsvSource({"INT, 130", "TERM, 143"})
    void aSignalEndsTheWaitForARegistry(String signal, int code) throws Exception {
        try (ServerSocket silent = silent()) {
            Storm.Running scan = storm().start(silentTarget(silent));
            silent.accept();
            scan.signal(signal);
            Storm.Outcome outcome = scan.end();
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(code);
            assertThat(outcome.out() + outcome.err()).isEmpty();
        }
        assertThat(left()).isEmpty();
    }

    @Test
    void timeoutEndsTheWaitForARegistryAndSaysSo() throws Exception {
        try (ServerSocket silent = silent()) {
            Storm.Outcome outcome = storm().start(silentTarget(silent, "--timeout=1s")).end();
            assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
            assertThat(outcome.out()).isEmpty();
            assertThat(outcome.err())
                    .contains("stopped after 1s, the --timeout", "opening", "PLIMSOLL_TIMEOUT");
        }
    }

    @Test
    void timeoutFromTheEnvironmentEndsEvenWhatCannotBeInterrupted() throws Exception {
        new Program(folder).lines("mkfifo", "bom.json");
        Storm.Outcome outcome =
                storm().with("PLIMSOLL_TIMEOUT", "1s")
                        .start(LAUNCHER, "scan", "sbom:bom.json")
                        .end();
        assertThat(outcome.code()).as(outcome.err()).isEqualTo(3);
        assertThat(outcome.err()).contains("stopped after 1s");
    }

    @Test
    void timeoutDoesNothingToACallThatIsInTime() throws Exception {
        Storm.Outcome outcome =
                storm().start(LAUNCHER, "scan", "--timeout=10m", "pkg:npm/lodash@4.17.15").end();
        assertThat(outcome.code()).as(outcome.err()).isZero();
        assertThat(outcome.out()).contains("lodash");
    }

    @Test
    void aReportReplacesAFileAndFillsAPipe() throws Exception {
        Files.writeString(folder.resolve("old.json"), "old");
        new Program(folder).lines("chmod", "600", "old.json");
        storm().start(LAUNCHER, "scan", "-o", "json=old.json", "pkg:npm/lodash@4.17.15").end();
        assertThat(folder.resolve("old.json")).content().contains("CVE-2021-23337");
        assertThat(new Program(folder).lines("stat", "-c", "%a", "old.json")).containsOnly("600");
        Storm.Outcome outcome =
                storm().start(LAUNCHER, "scan", "-o", "json=/dev/stdout", "pkg:npm/lodash@4.17.15")
                        .end();
        assertThat(outcome.out()).contains("CVE-2021-23337");
        assertThat(left()).containsExactly("old.json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "scan pkg:npm/lodash@4.17.15",
                "scan --format json pkg:npm/lodash@4.17.15",
                "explain CVE-2021-23337 pkg:npm/lodash@4.17.15",
                "sbom pkg:npm/lodash@4.17.15",
                "db status",
                "cache status",
                "version",
                "--help",
            })
    void aReaderThatHasGoneEndsACallSilently(String arguments) throws Exception {
        // The pipe's only reader has ended before the program starts.
        String script = "exec 3> >(exec true); wait $!; " + LAUNCHER + " " + arguments + " >&3";
        Program.Outcome outcome = CommandLineTest.launcher(folder).run("bash", "-c", script);
        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.code()).isEqualTo(arguments.equals("--help") ? 0 : 141);
    }

    @Test
    void aFullDeviceIsAnErrorOnTheOutputAndInAFile() throws Exception {
        for (String to : List.of("> /dev/full", "-o json=/dev/full")) {
            String script = LAUNCHER + " scan pkg:npm/lodash@4.17.15 " + to;
            Program.Outcome outcome = CommandLineTest.launcher(folder).run("bash", "-c", script);
            assertThat(outcome.withCode(3).err()).contains("No space left on device");
        }
    }

    private Storm storm() {
        return new Storm(folder).with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString());
    }

    private static ServerSocket silent() throws IOException {
        return new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    }

    private static String[] silentTarget(ServerSocket server, String... more) {
        String host = "127.0.0.1:" + server.getLocalPort();
        return Stream.concat(
                        Stream.of(
                                LAUNCHER,
                                "scan",
                                "--plain-http=" + host,
                                "registry:" + host + "/a/b"),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    private List<String> left() throws IOException {
        return Storm.files(folder).keySet().stream().toList();
    }
}
