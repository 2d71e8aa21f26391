package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Policies and VEX documents on a real Debian, by the whole program.
final class PolicyTest {
    private static final String IMAGE = "docker-archive:" + DebianImage.get().dockerArchive();

    @TempDir static Path cache;
    @TempDir Path folder;

    /// An id with a package that has it, such as the first that is found.
    private static String id;

    private static String packageId;
    private static int all;

    private Program program;

    @BeforeAll
    static void withoutAnyPolicy() throws Exception {
        JsonObject report = report(program(cache).run(launcher(), "scan", "--format=json", IMAGE));
        List<JsonObject> findings = report.objects("findings");
        all = findings.size();
        id = findings.getFirst().text("id");
        packageId = findings.getFirst().text("package");
        assertThat(all).isGreaterThan(20);
        assertThat(report.objects("suppressed")).isEmpty();
    }

    @BeforeEach
    void here() {
        program = program(folder);
    }

    @Test
    void thePolicyOfTheWorkingFolderIsFollowedAndSaid() throws Exception {
        write(
                "plimsoll.yaml",
                "ignore:\n  - {id: "
                        + id
                        + ", reason: known, expires: 2999-01-01}\nfail-on: low\n");
        Program.Outcome outcome = scan("--verbose").withCode(1);
        assertThat(outcome.err())
                .contains("the policy ./plimsoll.yaml is followed", "The gate does not hold");
        List<JsonObject> suppressed = report(outcome).objects("suppressed");
        assertThat(suppressed)
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.object("finding").text("id")).isEqualTo(id);
                    assertThat(each.text("by")).isEqualTo("plimsoll.yaml:2");
                    assertThat(each.text("reason")).isEqualTo("known");
                    assertThat(each.text("expires")).isEqualTo("2999-01-01");
                });
        assertThat(report(outcome).objects("findings")).hasSize(all - suppressed.size());
        scan("--fail-on=eol").withCode(0);
        assertThat(program.run(launcher(), "scan", IMAGE).out())
                .contains(suppressed.size() + " left out: plimsoll.yaml " + suppressed.size());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                ".snyk | ignore: {ID: [{'*': {reason: known}}]}",
                ".trivyignore | ID",
                ".trivyignore.yaml | vulnerabilities: [{id: ID, statement: known}]",
                ".grype.yaml | ignore: [{vulnerability: ID, reason: known}]",
            })
    void filesOfOtherScannersAreReadWhereTheyAreNamed(String name, String text) throws Exception {
        write(name, text.replace("ID", id) + "\n");
        assertThat(report(scan().withCode(0)).objects("suppressed")).isEmpty();
        JsonObject report = report(scan("--ignore-file=" + name).withCode(0));
        assertThat(report.objects("suppressed"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.text("by")).isEqualTo(name + ":1"));
        assertThat(
                        report(
                                        program.with("PLIMSOLL_IGNORE_FILE", name)
                                                .run(launcher(), "scan", "--format=json", IMAGE))
                                .objects("suppressed"))
                .isNotEmpty();
    }

    @Test
    void dockerScanFollowsTheSnykFileOfTheWorkingFolder() throws Exception {
        String policy = "ignore: {" + id + ": [{'*': {reason: known}}]}\n";
        write(".snyk", policy);
        assertThat(program.run(launcher(), "docker-scan", IMAGE).withCode(1).lines())
                .contains("Local Snyk policy: found");
        Program.Outcome outcome = program.run(launcher(), "docker-scan", "--json", IMAGE);
        JsonObject result = report(outcome.withCode(1));
        assertThat(result.text("policy")).isEqualTo(policy);
        assertThat(result.object("filtered").objects("ignore"))
                .isNotEmpty()
                .allSatisfy(each -> assertThat(each.text("id")).isEqualTo(id));
        assertThat(result.objects("vulnerabilities"))
                .noneSatisfy(each -> assertThat(each.text("id")).isEqualTo(id));
    }

    @Test
    void dockerScanEndsWithZeroWhereNothingIsLeft() throws Exception {
        StringBuilder policy = new StringBuilder("ignore:\n");
        JsonObject report = report(scan());
        for (JsonObject each : report.objects("findings")) {
            String line = "  " + each.text("id") + ": [{'*': {reason: known}}]\n";
            if (policy.indexOf(line) < 0) {
                policy.append(line);
            }
        }
        write(".snyk", policy.toString());
        assertThat(program.run(launcher(), "docker-scan", IMAGE).withCode(0).out())
                .contains("no vulnerable paths found");
    }

    /// What is written as VEX is read back, and applies to the same image in another form.
    @Test
    void ourOwnVexIsReadBack() throws Exception {
        scan("-o", "openvex=own.json").withCode(0);
        assertThat(report(scan("--vex=own.json")).objects("suppressed")).isEmpty();
        String claimed =
                Files.readString(folder.resolve("own.json"), StandardCharsets.UTF_8)
                        .replace(
                                "\"status\": \"affected\"",
                                "\"status\": \"not_affected\","
                                        + " \"justification\": \"vulnerable_code_not_present\"");
        write("claimed.json", claimed);
        JsonObject report = report(scan("--vex=claimed.json"));
        assertThat(report.objects("findings")).isEmpty();
        assertThat(report.objects("suppressed"))
                .hasSize(all)
                .allSatisfy(each -> {
                    assertThat(each.text("by")).isEqualTo("claimed.json (OpenVEX)");
                    assertThat(each.text("reason")).startsWith("vulnerable_code_not_present");
                });
        scan("--vex=claimed.json", "-o", "openvex=again.json").withCode(0);
        assertThat(Files.readString(folder.resolve("again.json"), StandardCharsets.UTF_8))
                .contains("\"status\": \"not_affected\"", "vulnerable_code_not_present")
                .doesNotContain("\"status\": \"affected\"");
    }

    @Test
    void explainSaysWhatAppliesAndWhatDoesNot() throws Exception {
        write("plimsoll.yaml", "ignore: [{id: " + id + ", path: /nowhere, reason: x}]\n");
        write("vex.json", vex(packageId, "not_affected"));
        write("other.json", vex("pkg:oci/other@sha256:" + "0".repeat(64), "fixed"));
        Program.Outcome outcome =
                program.run(launcher(), "explain", "--vex=vex.json", "--vex=other.json", id, IMAGE);
        assertThat(outcome.withCode(0).lines())
                .contains(
                        packageId + " is left out",
                        "  plimsoll.yaml:1: does not apply: path /nowhere is not so here",
                        "  vex.json: not_affected (component_not_present) applies: its product "
                                + packageId
                                + " is this package",
                        "  other.json: fixed does not apply: its product pkg:oci/other@sha256:"
                                + "0".repeat(64)
                                + " is another image");
        assertThat(outcome.lines().getFirst()).contains("the policy leaves it out");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--config | p.yaml | ignores: [] | p.yaml:1:1: the key 'ignores' is unknown here",
                "--config | p.yaml | fail-on: [soon] | p.yaml:1:1: 'fail-on':",
                "--ignore-file | .snyk | [ | .snyk:2:1: no YAML",
                "--ignore-file | .trivyignore | a b | .trivyignore:1: 'b' is unknown",
                "--vex | v.json | {} | v.json is no VEX document that is known",
                "--vex | none.json | | --vex 'none.json': there is no such file",
            })
    void whatIsWrongEndsTheScanWithAMessage(
            String option, String name, String text, String expected) throws Exception {
        if (text != null) {
            write(name, text + "\n");
        }
        Program.Outcome outcome = scan(option + "=" + name).withCode(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains(expected).doesNotContain("unexpectedly");
    }

    @Test
    void aPlainScanLoadsNothingOfIt() throws Exception {
        Path log = folder.resolve("classes.log");
        program.run(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load:file=" + log,
                        "-jar",
                        Repository.root().resolve("apps/cli/target/plimsoll.jar").toString(),
                        "scan",
                        "--db=" + Repository.advisories(),
                        IMAGE)
                .withCode(0);
        List<String> loaded = Files.readAllLines(log, StandardCharsets.UTF_8);
        assertThat(loaded)
                .anyMatch(line -> line.contains("io.plimsoll.cli.ScanCommand"))
                .noneMatch(line -> line.contains("io.plimsoll.policy."))
                .noneMatch(line -> line.contains("org.snakeyaml"));
    }

    private static String vex(String product, String status) {
        String justification =
                status.equals("not_affected")
                        ? ", \"justification\": \"component_not_present\""
                        : "";
        return """
        {"@context": "https://openvex.dev/ns/v0.2.0", "@id": "urn:x", "author": "us", "version": 1,
         "timestamp": "2026-01-01T00:00:00Z", "statements": [
           {"vulnerability": {"name": "%s"}, "products": [{"@id": "%s"}], "status": "%s"%s}]}
        """
                .formatted(id, product, status, justification);
    }

    private Program.Outcome scan(String... options) throws IOException, InterruptedException {
        return program.run(
                Stream.of(
                                Stream.of(launcher(), "scan", "--format=json"),
                                Stream.of(options),
                                Stream.of(IMAGE))
                        .flatMap(each -> each)
                        .toArray(String[]::new));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }

    private static JsonObject report(Program.Outcome outcome) throws Exception {
        return Json.parse(outcome.out().getBytes(StandardCharsets.UTF_8)).asObject();
    }

    private static String launcher() {
        return Repository.launcher().toString();
    }

    private static Program program(Path folder) {
        return new Program(folder).with("PLIMSOLL_CACHE_DIR", cache.toString());
    }
}
