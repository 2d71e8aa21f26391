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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Images that real builders make on real distributions, and what is said of their base images.
final class BaseImagesTest {
    private static final String OLD = "debian:12.1";
    private static final String NEW = "debian:12.15";
    private static final String APP = "example/based:1";
    private static final String MERGED = "example/merged:1";

    @TempDir static Path folder;

    private static Program tools;

    @BeforeAll
    static void images() throws IOException, InterruptedException {
        tools =
                Engines.get()
                        .reached(CommandLineTest.launcher(folder))
                        .with("DOCKER_CONFIG", folder.resolve("docker").toString());
        load(DebianImage.get().base(), OLD);
        load(Mmdebstrap.withFixes(folder), NEW);
        Files.writeString(
                folder.resolve("package.json"), "{\"name\":\"lodash\",\"version\":\"4.17.15\"}");
        dockerfile(OLD);
        build(APP);
        tools.lines("/usr/bin/docker", "tag", APP, "registry.example.org/other/name:7");
        tools.lines("sh", "-c", merge());
        plimsoll(0, "base", "index", "docker:" + OLD, "docker:" + NEW);
    }

    /// All layers as one, as `docker export` gives them.
    private static String merge() {
        String docker = "/usr/bin/docker";
        return docker
                + " create --name merged "
                + APP
                + " true && "
                + docker
                + " export merged | "
                + docker
                + " import - "
                + MERGED;
    }

    private static void load(Path tar, String name) throws IOException, InterruptedException {
        tools.lines("/usr/bin/docker", "import", tar.toString(), name);
    }

    private static void dockerfile(String base) throws IOException {
        Files.writeString(
                folder.resolve("Dockerfile"),
                "# what it is built on\nFROM "
                        + base
                        + " AS app\nRUN useradd app\nCOPY package.json /srv/node_modules/lodash/\n");
    }

    private static void build(String name) throws IOException, InterruptedException {
        tools.with("DOCKER_BUILDKIT", "0")
                .lines("/usr/bin/docker", "build", "--network", "host", "-t", name, ".");
    }

    private static Program.Outcome plimsoll(int code, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.launcher().toString()));
        command.addAll(List.of(arguments));
        return tools.run(command.toArray(String[]::new)).withCode(code);
    }

    private static JsonObject json(Program.Outcome outcome) throws Exception {
        return Json.parse(outcome.out().getBytes(StandardCharsets.UTF_8)).asObject();
    }

    @ParameterizedTest
    @CsvSource({
        APP + ",its layers: the first 1 of 3",
        "registry.example.org/other/name:7,its layers: the first 1 of 3",
        MERGED + ",its packages: "
    })
    void theBaseImageIsFoundWithoutADockerfile(String image, String how) throws Exception {
        JsonObject advice = json(plimsoll(0, "base", "--format", "json", "docker:" + image));
        assertThat(advice.object("base").text("reference")).isEqualTo(OLD);
        assertThat(advice.text("how")).startsWith(how);
        JsonObject report = json(plimsoll(0, "scan", "--format", "json", "docker:" + image));
        assertThat(report.object("target").object("base").text("reference")).isEqualTo(OLD);
        assertThat(report.objects("findings"))
                .isNotEmpty()
                .allSatisfy(each ->
                        assertThat(each.text("origin"))
                                .isEqualTo(
                                        each.text("package").startsWith("pkg:npm")
                                                ? "own"
                                                : "base"));
        JsonObject own =
                json(plimsoll(0, "scan", "--exclude-base", "--format", "json", "docker:" + image));
        assertThat(own.objects("findings"))
                .isNotEmpty()
                .allMatch(each -> each.text("package").startsWith("pkg:npm/lodash"));
    }

    @Test
    void aNewerBaseIsRecommendedWithWhatItMends() throws Exception {
        JsonObject advice = json(plimsoll(0, "base", "--format", "json", "docker:" + APP));
        JsonObject better =
                advice.objects("recommendations").stream()
                        .filter(each -> each.object("image").text("reference").equals(NEW))
                        .findFirst()
                        .orElseThrow();
        assertThat(better.text("relation")).isEqualTo("minor");
        assertThat(better.isTrue("worse")).isFalse();
        assertThat(better.object("ownPackages").text("installable")).isEqualTo("yes");
        int before = total(advice.object("base").object("content").object("vulnerabilities"));
        int after = total(better.object("image").object("content").object("vulnerabilities"));
        assertThat(after).isLessThan(before);
        assertThat(total(better.object("change").object("gone"))).isPositive();
        assertThat(plimsoll(0, "base", "docker:" + APP).out())
                .startsWith(APP + " is built on " + OLD + " · Docker Official Image\n")
                .contains("\nMinor upgrades\n  " + NEW)
                .contains("your packages: yes, the same release of the distribution");
    }

    private static int total(JsonObject counts) {
        return counts.members().values().stream()
                .mapToInt(each -> Integer.parseInt(each.asText()))
                .sum();
    }

    @Test
    void dockerScanPrintsTheTables() throws Exception {
        plimsoll(0, "plugin", "install");
        String out =
                tools.run("/usr/bin/docker", "scan", "--exclude-base", "--file", "Dockerfile", APP)
                        .withCode(1)
                        .out();
        assertThat(out)
                .containsPattern(
                        "\n\nBase Image   Vulnerabilities  Severity\ndebian:12\\.1  \\d+ +\\d+ ")
                .containsPattern(
                        "\n\nRecommendations for base image upgrade:\n\nMinor upgrades\n"
                                + "Base Image    Vulnerabilities  Severity\ndebian:12\\.15  \\d+ ");
        JsonObject document =
                json(
                        tools.run("/usr/bin/docker", "scan", "--json", "--file", "Dockerfile", APP)
                                .withCode(1));
        assertThat(document.object("docker").object("baseImageRemediation").text("code"))
                .isEqualTo("REMEDIATION_AVAILABLE");
    }

    @Test
    void aFixedDockerfileBuildsAndIsNotStaleAnyMore() throws Exception {
        JsonObject plan = json(plimsoll(1, "base", "stale", "--format", "json", "docker:" + APP));
        JsonObject image = plan.objects("images").getFirst();
        assertThat(image.isTrue("stale")).isTrue();
        assertThat(image.objects("reasons"))
                .extracting(each -> each.text("kind"))
                .containsExactly("fixed-packages");
        assertThat(image.objects("packages"))
                .isNotEmpty()
                .allMatch(each -> each.text("origin").equals("base"));
        String text = Files.readString(folder.resolve("Dockerfile"));
        assertThat(plimsoll(0, "base", "--file", "Dockerfile", "--diff", "docker:" + APP).out())
                .contains("\n-FROM " + OLD + " AS app\n+FROM " + NEW + " AS app\n");
        plimsoll(0, "base", "--file", "Dockerfile", "--fix", "docker:" + APP);
        assertThat(folder.resolve("Dockerfile")).hasContent(text.replace(OLD, NEW));
        build("example/fixed:1");
        dockerfile(OLD);
        assertThat(
                        json(plimsoll(0, "base", "--format", "json", "docker:example/fixed:1"))
                                .object("base")
                                .text("reference"))
                .isEqualTo(NEW);
        int before = findings(APP);
        assertThat(findings("example/fixed:1")).isLessThan(before);
    }

    private static int findings(String image) throws Exception {
        return json(plimsoll(0, "scan", "--format", "json", "docker:" + image))
                .objects("findings")
                .size();
    }
}
