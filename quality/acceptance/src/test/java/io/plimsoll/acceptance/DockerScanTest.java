package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// `docker scan`, typed into real clients of Docker against a real engine.
final class DockerScanTest {
    @TempDir static Path folder;

    private static Program docker;

    @BeforeAll
    static void install() throws Exception {
        Path config = folder.resolve("docker");
        docker =
                Engines.get()
                        .reached(new Program(folder))
                        .with("DOCKER_CONFIG", config.toString())
                        .with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString());
        docker.lines(Repository.root().resolve("plimsoll").toString(), "plugin", "install");
        assertThat(config.resolve("cli-plugins/docker-scan")).isSymbolicLink();
    }

    /// Debian's client, and the one of this machine where it is another.
    static Stream<String> clients() {
        return Stream.of("/usr/bin/docker", "/usr/local/bin/docker")
                .filter(client -> Files.isExecutable(Path.of(client)));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void theClientListsThePluginInItsHelp(String client) throws Exception {
        assertThat(docker.lines(client, "--help"))
                .anyMatch(line -> line.matches(" *scan\\* +Docker Scan.*"));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void findingsAreOneAndTheWorstStandsNearestToThePrompt(String client) throws Exception {
        Program.Outcome outcome = docker.run(client, "scan", Engines.DEBIAN).withCode(1);
        List<String> lines = outcome.lines();
        assertThat(lines.getFirst()).isEqualTo("Testing " + Engines.DEBIAN + "...");
        assertThat(lines)
                .contains(
                        "Package manager:   deb",
                        "Project name:      docker-image|example/app",
                        "Docker image:      example/app:1",
                        "Platform:          linux/amd64");
        assertThat(lines)
                .anyMatch(line ->
                        line.matches(
                                "Tested \\d+ dependencies for known vulnerabilities, found \\d+"
                                        + " vulnerabilities\\."));
        List<String> severities =
                lines.stream()
                        .takeWhile(line -> !line.startsWith("Package manager"))
                        .filter(line -> line.startsWith("✗ "))
                        .map(line -> line.split(" ", -1)[1])
                        .distinct()
                        .toList();
        assertThat(severities)
                .isSubsetOf("Low", "Medium", "High", "Critical")
                .isSortedAccordingTo((left, right) -> Integer.compare(rank(left), rank(right)));
        assertThat(lines).noneMatch(line -> line.matches(" +\\w[\\w ]*: *"));
    }

    private static int rank(String severity) {
        return List.of("Low", "Medium", "High", "Critical").indexOf(severity);
    }

    @ParameterizedTest
    @MethodSource("clients")
    void jsonIsOneDocumentForProgramsWithTheSameFindings(String client) throws Exception {
        Program.Outcome flat = docker.run(client, "scan", "--json", Engines.DEBIAN).withCode(1);
        JsonObject result = system(flat.out());
        assertThat(result.isTrue("ok")).isFalse();
        assertThat(result.text("packageManager")).isEqualTo("deb");
        assertThat(result.objects("vulnerabilities"))
                .isNotEmpty()
                .allSatisfy(each -> {
                    assertThat(each.texts("from").getFirst())
                            .isEqualTo("docker-image|example/app@1");
                    assertThat(each.texts("from").getLast())
                            .isEqualTo(each.text("name") + "@" + each.text("version"));
                });
        Program.Outcome grouped =
                docker.run(client, "scan", "--json", "--group-issues", Engines.DEBIAN).withCode(1);
        List<String> ids =
                system(grouped.out()).objects("vulnerabilities").stream()
                        .map(each -> each.text("id"))
                        .toList();
        assertThat(ids)
                .doesNotHaveDuplicates()
                .containsExactlyElementsOf(
                        result.objects("vulnerabilities").stream()
                                .map(each -> each.text("id"))
                                .distinct()
                                .toList());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void wrongUsageEndsWithOneThroughTheClientToo(String client) throws Exception {
        Program.Outcome outcome = docker.run(client, "scan").withCode(1);
        assertThat(outcome.out()).startsWith("\nUsage:  docker scan [OPTIONS] IMAGE\n");
        assertThat(outcome.err()).contains("\"docker scan\" requires exactly 1 argument");
        assertThat(docker.run(client, "scan", "--help").withCode(0).out()).isEqualTo(outcome.out());
    }

    @Test
    void theMetadataComesWithoutAJvm() throws Exception {
        String plugin = folder.resolve("docker/cli-plugins/docker-scan").toString();
        Program noJava = new Program(folder).with("PATH", "/usr/bin:/bin").with("JAVA_HOME", "/x");
        String answer = String.join("", noJava.lines(plugin, "docker-cli-plugin-metadata"));
        JsonObject metadata = object(answer);
        assertThat(metadata.text("SchemaVersion")).isEqualTo("0.1.0");
        assertThat(metadata.text("Vendor")).isEqualTo("Plimsoll");
        assertThat(metadata.text("ShortDescription")).isEqualTo("Docker Scan");
    }

    /// In a terminal, as Docker asks for hints nowhere else.
    @Test
    void afterABuildTheClientHintsAtTheScanOfWhatWasBuilt() throws Exception {
        Path context = Files.createDirectories(folder.resolve("context"));
        Files.writeString(
                context.resolve("Dockerfile"), "FROM " + Engines.DEBIAN + "\nLABEL a=b\n");
        assertThat(build("-t hinted/app:1 context"))
                .contains("What's next:", "docker scan hinted/app:1");
        assertThat(build("--tag=hinted/app:2 context")).contains("docker scan hinted/app:2");
        assertThat(build("context")).doesNotContain("docker scan");
        assertThat(build("-t hinted/app:3 no-such-context")).doesNotContain("docker scan");
    }

    private static String build(String arguments) throws Exception {
        // The older builder: the newer one is a plugin that may be missing.
        String command = "DOCKER_BUILDKIT=0 /usr/local/bin/docker build " + arguments;
        return docker.run("script", "--quiet", "--command", command, "/dev/null").out();
    }

    @Test
    void hooksOfOtherCommandsHaveNoHint() throws Exception {
        assertThat(hint("{\"RootCmd\":\"run\",\"Flags\":{},\"CommandError\":\"\"}")).isEmpty();
        assertThat(hint("{\"RootCmd\":\"pull\",\"Flags\":{},\"CommandError\":\"exit status 1\"}"))
                .isEmpty();
    }

    private static String hint(String request) throws Exception {
        String plugin = folder.resolve("docker/cli-plugins/docker-scan").toString();
        return String.join("", docker.lines(plugin, "scan", "docker-cli-plugin-hooks", request));
    }

    private static JsonObject system(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Json.parse(new ByteArrayInputStream(bytes), 100).asObject();
    }

    private static JsonObject object(String text) throws Exception {
        return system(text);
    }
}
