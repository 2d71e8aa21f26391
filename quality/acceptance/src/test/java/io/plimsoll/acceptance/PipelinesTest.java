package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The files in `docs/pipelines` do what they say: their shell steps run as they stand, with the real
/// program, and with a builder that gives an image that is there.
final class PipelinesTest {
    /// Each system's own report.
    private static final Map<String, List<String>> REPORTS =
            Map.of(
                    "github-actions.yml", List.of("plimsoll.sarif", "plimsoll.json", "summary"),
                    "gitlab-ci.yml", List.of("gl-container-scanning-report.json", "plimsoll.json"),
                    "Jenkinsfile", List.of("plimsoll.xml", "plimsoll.json"),
                    "tekton-task.yaml", List.of("plimsoll.sarif", "plimsoll.json"));

    /// Stands for docker and buildah: where the image is to be written it writes one.
    private static final String BUILDER =
            """
            #!/bin/sh
            case $1 in
            build) ;;
            save) cp ready.tar "$3" ;;
            push) cp ready.tar "${3#docker-archive:}" ;;
            *) echo "no such command: $*" >&2; exit 9 ;;
            esac
            """;

    @TempDir Path folder;

    @BeforeEach
    void prepare() throws IOException, InterruptedException {
        Examples.write(folder);
        Files.move(
                folder.resolve("image.tar"),
                folder.resolve("ready.tar"),
                StandardCopyOption.REPLACE_EXISTING);
        Path tools = Files.createDirectories(folder.resolve("tools"));
        for (String name : List.of("docker", "buildah")) {
            Files.writeString(tools.resolve(name), BUILDER);
            Files.setPosixFilePermissions(
                    tools.resolve(name), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.createSymbolicLink(tools.resolve("plimsoll"), Repository.launcher());
    }

    static List<Path> files() {
        try (Stream<Path> files = Files.list(Repository.root().resolve("docs/pipelines"))) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPipelineBuildsScansAndDecides(Path file) throws Exception {
        Map<String, String> steps = PipelineFiles.steps(file);
        assertThat(steps.keySet()).containsExactly("install", "build", "scan", "gate");
        run(steps, "build").withCode(0);
        run(steps, "scan").withCode(0);
        String name = file.getFileName().toString();
        for (String report : Objects.requireNonNull(REPORTS.get(name))) {
            assertThat(folder.resolve(report)).as(report).isNotEmptyFile();
        }
        Program.Outcome gate = run(steps, "gate").withCode(1);
        assertThat(gate.out()).contains("CVE-2024-5535");
        Files.copy(folder.resolve("plimsoll.json"), folder.resolve("plimsoll-baseline.json"));
        run(steps, "gate").withCode(0);
        Files.writeString(folder.resolve("image.tar"), "no image");
        run(steps, "scan").withCode(3);
        run(steps, "gate").withCode(3);
    }

    @ParameterizedTest
    @MethodSource("files")
    void theInstallationComparesTheDigest(Path file) throws Exception {
        String install = Objects.requireNonNull(PipelineFiles.steps(file).get("install"));
        assertThat(install.lines().map(String::strip))
                .containsSubsequence(
                        "curl -fsSL -o plimsoll.tar.gz \"$PLIMSOLL_URL\"",
                        "echo \"$PLIMSOLL_SHA256  plimsoll.tar.gz\" | sha256sum -c -",
                        "tar -xzf plimsoll.tar.gz")
                .anyMatch(line -> line.startsWith("sh plimsoll-*/install.sh --prefix "));
        new Program(folder).run("sh", "-n", "-c", install).withCode(0);
    }

    @Test
    void noStepHidesACode() {
        assertThat(files())
                .hasSize(REPORTS.size())
                .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("|| true"));
    }

    private Program.Outcome run(Map<String, String> steps, String name) throws Exception {
        String path = folder.resolve("tools") + ":" + System.getenv("PATH");
        return CommandLineTest.launcher(folder)
                .with("PATH", path)
                .with("GITHUB_STEP_SUMMARY", folder.resolve("summary").toString())
                .run("sh", "-e", "-c", Objects.requireNonNull(steps.get(name)));
    }
}
