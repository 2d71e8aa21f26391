package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The program as people call it: the launcher, as a process.
final class CommandLineTest {
    @TempDir static Path folder;

    @BeforeAll
    static void examples() throws IOException, InterruptedException {
        Examples.write(folder);
    }

    @Test
    void versionPrintsNameAndVersion() throws Exception {
        assertThat(plimsoll("version").withCode(0).out()).matches("plimsoll \\d+\\.\\d+\\S*\n");
        assertThat(plimsoll("--version").withCode(0).out()).startsWith("plimsoll ");
    }

    @Test
    void findingsAloneAreNoFailure() throws Exception {
        Program.Outcome outcome = plimsoll("scan", "dir:rootfs").withCode(0);
        assertThat(outcome.out())
                .contains("Debian GNU/Linux 12 (bookworm)", "CVE-2024-5535", "3.0.15-1~deb12u1");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void aGateThatDoesNotHoldIsOne() throws Exception {
        Program.Outcome outcome = plimsoll("scan", "--fail-on", "high", "dir:rootfs").withCode(1);
        assertThat(outcome.out()).contains("CVE-2024-5535");
        assertThat(outcome.err()).contains("of severity high or worse");
        plimsoll("scan", "--fail-on", "eol", "dir:rootfs").withCode(0);
    }

    @Test
    void anUnknownOptionIsNamedAndIsTwo() throws Exception {
        Program.Outcome outcome = plimsoll("scan", "--nonsense", "dir:rootfs").withCode(2);
        assertThat(outcome.err()).contains("'--nonsense'", "plimsoll scan --help");
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "scan",
                "sbom",
                "explain CVE-2024-5535",
                "scan dir:rootfs dir:rootfs",
                "scan --severity loud dir:rootfs",
                "scan --fail-on loud dir:rootfs",
                "scan --fail-on check:high dir:rootfs",
                "scan --ignore-check PL-IMG-ADD dir:rootfs",
                "scan --compliance nonsense dir:rootfs",
                "scan --format nonsense dir:rootfs",
                "scan --max-entries many dir:rootfs",
                "scan pkg:nonsense",
                "scan --exclude-base docker-archive:image.tar",
                "scan --only-base docker-archive:image.tar",
                "scan --target build docker-archive:image.tar",
                "scan --build-arg A=1 docker-archive:image.tar",
                "scan --file none docker-archive:image.tar",
                "scan --file Dockerfile --target none docker-archive:image.tar",
                "scan --file Dockerfile dir:rootfs",
                "scan --file Dockerfile --only-base --exclude-base docker-archive:image.tar",
                "db"
            })
    void badUsageIsTwo(String line) throws Exception {
        Program.Outcome outcome = plimsoll(line.split(" ", -1)).withCode(2);
        assertThat(outcome.err()).isNotBlank();
        assertThat(outcome.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dir:missing",
                "missing",
                "docker-archive:missing.tar",
                "docker-archive:purls.txt",
                "oci-dir:rootfs",
                "sbom:missing.json",
                "sbom:purls.txt"
            })
    void aTargetThatCannotBeReadIsThree(String target) throws Exception {
        Program.Outcome outcome = plimsoll("scan", target).withCode(3);
        assertThat(outcome.err()).contains(target.substring(target.indexOf(':') + 1));
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void missingAdvisoryDataIsFour() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Program.Outcome outcome =
                plimsoll("scan", "--db", empty.toString(), "dir:rootfs").withCode(4);
        assertThat(outcome.err()).contains(empty.toString(), "plimsoll db");
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        String first = plimsoll("scan", "--format", "json", "docker-archive:image.tar").out();
        String again = plimsoll("scan", "--format", "json", "docker-archive:image.tar").out();
        String uncached =
                plimsoll("scan", "--no-cache", "--format", "json", "docker-archive:image.tar")
                        .out();
        assertThat(parse(first).objects("findings")).isNotEmpty();
        assertThat(again).isEqualTo(first);
        assertThat(uncached).isEqualTo(first);
    }

    @Test
    void standardOutputCarriesTheReportAlone() throws Exception {
        Program.Outcome outcome =
                plimsoll("scan", "--verbose", "--format", "json", "image.tar").withCode(0);
        assertThat(parse(outcome.out()).text("schema")).isEqualTo("plimsoll-report/1");
        assertThat(outcome.err()).contains("docker-archive");
        assertThat(outcome.out()).doesNotContain("\u001b");
    }

    @Test
    void reportsGoToTheFilesThatAreNamed() throws Exception {
        Program.Outcome outcome =
                plimsoll("scan", "-o", "json=out.json", "-o", "text=out.txt", "dir:rootfs")
                        .withCode(0);
        assertThat(outcome.out()).isEmpty();
        assertThat(parse(Files.readString(folder.resolve("out.json"))).text("schema"))
                .isEqualTo("plimsoll-report/1");
        assertThat(folder.resolve("out.txt")).content().contains("CVE-2024-5535");
    }

    @Test
    void anSbomIsCycloneDxAndCanBeScannedAgain() throws Exception {
        Program.Outcome sbom = plimsoll("sbom", "dir:rootfs").withCode(0);
        JsonObject document = parse(sbom.out());
        assertThat(document.text("bomFormat")).isEqualTo("CycloneDX");
        Files.writeString(folder.resolve("again.json"), sbom.out(), StandardCharsets.UTF_8);
        assertThat(plimsoll("scan", "sbom:again.json").withCode(0).out()).contains("CVE-2024-5535");
    }

    @Test
    void explainSaysWhyAndWhyNot() throws Exception {
        assertThat(plimsoll("explain", "CVE-2024-5535", "dir:rootfs").withCode(0).out())
                .contains(
                        "is reported",
                        "fixed in 3.0.15-1~deb12u1",
                        "3.0.11-1~deb12u2 < 3.0.15-1~deb12u1",
                        "/var/lib/dpkg/status");
        assertThat(plimsoll("explain", "CVE-2021-44228", "dir:rootfs").withCode(0).out())
                .contains("is not reported");
    }

    @Test
    void dbStatusListsTheSegments() throws Exception {
        assertThat(plimsoll("db", "status").withCode(0).out())
                .contains("debian-12", "maven", "nvd", "licence");
    }

    private static Program.Outcome plimsoll(String... arguments)
            throws IOException, InterruptedException {
        return launcher(folder).run(command(arguments));
    }

    private static String[] command(String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = Repository.launcher().toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return command;
    }

    /// A program with its data in a folder of its own.
    static Program launcher(Path folder) {
        return new Program(folder)
                .with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString())
                .with("PLIMSOLL_BASES_DIR", folder.resolve("bases").toString())
                .with("PLIMSOLL_DB_DIR", Repository.advisories().toString())
                .with("JAVA_HOME", System.getProperty("java.home", ""));
    }

    private static JsonObject parse(String text) throws IOException, JsonFormatException {
        return Json.parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100)
                .asObject();
    }
}
