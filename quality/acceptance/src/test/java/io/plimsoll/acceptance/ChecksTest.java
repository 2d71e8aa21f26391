package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `scan --checks` on images that tools of others wrote.
final class ChecksTest {
    @TempDir static Path folder;

    @BeforeAll
    static void image() throws IOException, InterruptedException {
        PlantedImage.in(folder);
    }

    @Test
    void secretsAreFoundInEveryPosition() throws Exception {
        JsonObject report = report("oci-dir:oci");
        assertThat(findings(report, "PL-IMG-SECRET-FILE"))
                .extracting(each -> each.text("path"))
                .containsExactlyInAnyOrder(
                        "/srv/changed.env",
                        "/srv/first.conf",
                        "/srv/gone/key.pem",
                        "/srv/last.py",
                        "/srv/middle.json",
                        "/srv/wide.txt");
        assertThat(message(report, "/srv/gone/key.pem"))
                .isEqualTo(
                        "a private key -----BEGIN "
                                + "PRIVATE KEY-----, deleted in layer 3, still in the image");
        assertThat(message(report, "/srv/changed.env"))
                .endsWith("replaced in layer 3, still in the image");
        assertThat(message(report, "/srv/first.conf"))
                .isEqualTo("a GitHub token ghp_… (40 characters)");
        assertThat(findings(report, "PL-IMG-SECRET-ENV")).hasSize(2);
        assertThat(findings(report, "PL-IMG-SECRET-HISTORY"))
                .extracting(each -> each.text("message"))
                .anyMatch(each -> each.contains("a GitHub token ghp_… (40 characters)"));
    }

    @Test
    void noReportAndNoCacheHoldsASecret() throws Exception {
        plimsoll("scan", "--checks", "-o", "json=a.json", "-o", "html=a.html", "oci-dir:oci");
        List<Path> files =
                new ArrayList<>(List.of(folder.resolve("a.json"), folder.resolve("a.html")));
        try (var cached = Files.walk(folder.resolve("cache"))) {
            cached.filter(Files::isRegularFile).forEach(files::add);
        }
        assertThat(files).hasSizeGreaterThan(4);
        for (Path file : files) {
            assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                    .as(file.toString())
                    .doesNotContainPattern("ghp_[A-Za-z0-9]");
        }
    }

    @Test
    void everyRouteAndTheCacheGiveTheSameAnswer() throws Exception {
        JsonObject first = report("oci-dir:oci");
        String expected = checks(first);
        assertThat(checks(report("oci-dir:oci"))).isEqualTo(expected);
        // The one has a tag where it lies, and the other none.
        assertThat(checks(report("docker-archive:image.tar"))).isEqualTo(expected);
    }

    @Test
    void aRootFileSystemHasWhatIsThereInTheEnd() throws Exception {
        JsonObject report = report("dir:bundle/rootfs");
        assertThat(findings(report, "PL-IMG-SECRET-FILE"))
                .extracting(each -> each.text("path"))
                .containsExactlyInAnyOrder(
                        "/srv/first.conf", "/srv/last.py", "/srv/middle.json", "/srv/wide.txt");
        assertThat(findings(report, "PL-IMG-PASSWORD-EMPTY")).hasSize(1);
        assertThat(state(report, "PL-IMG-USER-ROOT")).isEqualTo("not-assessed");
        assertThat(state(report, "PL-IMG-WASTED-SPACE")).isEqualTo("not-assessed");
        assertThat(state(report, "PL-IMG-SECRET-HISTORY")).isEqualTo("not-assessed");
    }

    @Test
    void aDebianStandardHasNoSecretAndItsSetuidProgramsHaveOwners() throws Exception {
        Path base = Mmdebstrap.standard(folder);
        new Program(folder)
                .lines(
                        "skopeo",
                        "copy",
                        "tarball:" + base,
                        "docker-archive:standard.tar:debian:12");
        JsonObject report = report("docker-archive:standard.tar");
        for (String check : List.of("FILE", "ENV", "HISTORY")) {
            assertThat(findings(report, "PL-IMG-SECRET-" + check)).isEmpty();
        }
        assertThat(Integer.parseInt(report.object("secretSearch").text("files")))
                .isGreaterThan(5_000);
        assertThat(findings(report, "PL-IMG-SETUID"))
                .isNotEmpty()
                .allMatch(each -> each.text("message").contains("of package "));
        assertThat(findings(report, "PL-IMG-ACCOUNT-DUPLICATE")).isEmpty();
        assertThat(findings(report, "PL-IMG-WORLD-WRITABLE")).isEmpty();
        assertThat(findings(report, "PL-IMG-CREDENTIAL-FILE")).isEmpty();
    }

    @Test
    void withoutChecksTheReportSaysNothingOfThem() throws Exception {
        String out = plimsoll("scan", "--format", "json", "oci-dir:oci").withCode(0).out();
        assertThat(out).doesNotContain("PL-IMG-", "\"checks\"", "secretSearch");
        assertThat(plimsoll("scan", "oci-dir:oci").withCode(0).out()).doesNotContain("Checks:");
    }

    /// What nobody asks for costs nothing.
    @Test
    void withoutChecksNoClassOfTheRoomIsLoaded() throws Exception {
        assertThat(classes("scan", "oci-dir:oci"))
                .contains("io.plimsoll.engine.ImageScan")
                .doesNotContain("io.plimsoll.checks.");
        assertThat(classes("scan", "--checks", "oci-dir:oci"))
                .contains("io.plimsoll.checks.ImageChecker");
    }

    private static String classes(String... arguments) throws IOException, InterruptedException {
        plimsoll("version").withCode(0);
        Path log = Files.createTempFile(folder, "classes", ".txt");
        List<String> command =
                new ArrayList<>(
                        List.of(
                                System.getProperty("java.home") + "/bin/java",
                                "-Xlog:class+load=info:file=" + log,
                                "-jar",
                                Repository.root()
                                        .resolve("apps/cli/target/plimsoll-cli-start.jar")
                                        .toString()));
        command.addAll(List.of(arguments));
        CommandLineTest.launcher(folder).run(command.toArray(String[]::new)).withCode(0);
        return Files.readString(log);
    }

    @Test
    void theGateOfChecksHoldsOrNot() throws Exception {
        String[] command = {"scan", "--checks", "--fail-on", "check:critical", "oci-dir:oci"};
        assertThat(plimsoll(command).withCode(1).err())
                .contains("findings of checks of severity critical or worse");
        plimsoll(
                        "scan",
                        "--checks",
                        "--fail-on",
                        "check:critical",
                        "--ignore-check",
                        "CIS-DI-0010,DKL-LI-0001",
                        "oci-dir:oci")
                .withCode(0);
    }

    @Test
    void idsOfDocklesFileAreIgnoredAndSaid() throws Exception {
        Path work = Files.createDirectories(folder.resolve("work"));
        Files.writeString(
                work.resolve(".dockleignore"), "# ours\nDKL-LI-0001 # locked later\nDKL-XX-9\n");
        Program.Outcome outcome =
                CommandLineTest.launcher(work)
                        .run(
                                Repository.launcher().toString(),
                                "scan",
                                "--checks",
                                "--full",
                                "oci-dir:../oci")
                        .withCode(0);
        assertThat(outcome.out()).contains("Ignored: PL-IMG-PASSWORD-EMPTY: ./.dockleignore");
    }

    @Test
    void theBenchmarkIsPrintedInPlaceOfTheReport() throws Exception {
        Program.Outcome outcome =
                plimsoll(
                                "scan",
                                "--compliance",
                                "docker-cis",
                                "-o",
                                "json=full.json",
                                "oci-dir:oci")
                        .withCode(0);
        assertThat(outcome.lines()).anyMatch(line -> line.startsWith("4.10  FAIL "));
        assertThat(Files.readString(folder.resolve("full.json"))).contains("plimsoll-report/1");
        assertThat(plimsoll("scan", "--compliance", "pci", "oci-dir:oci").withCode(2).err())
                .contains("'pci'", "docker-cis");
    }

    @Test
    void whatCannotBeCheckedIsRefused() throws Exception {
        assertThat(plimsoll("scan", "--checks", "pkg:npm/a@1").withCode(2).err())
                .contains("a list of packages");
        assertThat(plimsoll("scan", "--ignore-check", "X", "oci-dir:oci").withCode(2).err())
                .contains("--checks");
        assertThat(
                        plimsoll("scan", "--checks", "--ignore-check", "X", "oci-dir:oci")
                                .withCode(2)
                                .err())
                .contains("'X'");
        assertThat(plimsoll("scan", "--fail-on", "check:high", "oci-dir:oci").withCode(2).err())
                .contains("--checks");
    }

    private static JsonObject report(String target) throws Exception {
        String out = plimsoll("scan", "--checks", "--format", "json", target).withCode(0).out();
        return Json.parse(out.getBytes(StandardCharsets.UTF_8)).asObject();
    }

    /// All that checks say, but for what depends on the tag.
    private static String checks(JsonObject report) {
        StringBuilder text = new StringBuilder();
        for (JsonObject each : report.objects("checks")) {
            if (!each.text("id").equals("PL-IMG-TAG-LATEST")) {
                text.append(each).append('\n');
            }
        }
        return text.append(report.object("secretSearch")).append(report.object("space")).toString();
    }

    private static String message(JsonObject report, String path) {
        return findings(report, "PL-IMG-SECRET-FILE").stream()
                .filter(each -> each.text("path").equals(path))
                .map(each -> each.text("message"))
                .findFirst()
                .orElse("");
    }

    private static String state(JsonObject report, String id) {
        return check(report, id).text("state");
    }

    private static List<JsonObject> findings(JsonObject report, String id) {
        return check(report, id).objects("findings");
    }

    private static JsonObject check(JsonObject report, String id) {
        return report.objects("checks").stream()
                .filter(each -> each.text("id").equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Program.Outcome plimsoll(String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.launcher().toString()));
        command.addAll(List.of(arguments));
        return CommandLineTest.launcher(folder).run(command.toArray(String[]::new));
    }
}
