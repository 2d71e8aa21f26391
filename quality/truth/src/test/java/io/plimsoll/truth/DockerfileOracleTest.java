package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
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

/// Our parser against BuildKit's own: real Dockerfiles, and thousands of damaged ones.
final class DockerfileOracleTest {
    private static final Path FOLDER = Path.of("target", "dockerfile-oracle").toAbsolutePath();
    private static final int COPIES = 20;

    private static List<Path> real;
    private static List<Path> damaged;

    @BeforeAll
    static void gather() throws Exception {
        Files.createDirectories(FOLDER);
        real = DockerfileCorpus.files();
        damaged = DockerfileCorpus.damaged(real, COPIES);
        String script = Path.of("..", "..", "build", "go.sh").toString();
        String go = Tool.run(FOLDER, List.of("sh", script), "", "golang-go").getLast();
        Tool.run(
                FOLDER,
                List.of(
                        go,
                        "build",
                        "-C",
                        Path.of("src", "test", "go", "dockerfile").toAbsolutePath().toString(),
                        "-o",
                        FOLDER.resolve("oracle").toString(),
                        "."),
                "",
                "golang-go");
    }

    @Test
    void printingGivesTheBytes() throws IOException {
        List<Path> all = new ArrayList<>(real);
        all.addAll(damaged);
        for (Path file : all) {
            byte[] bytes = Files.readAllBytes(file);
            assertThat(Dockerfile.parse(bytes).print()).as(file.toString()).isEqualTo(bytes);
        }
        assertThat(real).hasSizeGreaterThan(300);
    }

    @Test
    void realFilesMeanTheSame() throws Exception {
        compare(real);
    }

    @Test
    void damagedFilesMeanTheSame() throws Exception {
        compare(damaged);
    }

    private static void compare(List<Path> files) throws Exception {
        String names = String.join("\n", files.stream().map(Path::toString).toList()) + "\n";
        List<String> answers =
                Tool.run(FOLDER, List.of(FOLDER.resolve("oracle").toString()), names, "golang-go");
        assertThat(answers).hasSameSizeAs(files);
        List<String> different = new ArrayList<>();
        int instructions = 0;
        for (int i = 0; i < files.size(); i++) {
            byte[] bytes = Files.readAllBytes(files.get(i));
            DockerfileView ours = DockerfileView.of(Dockerfile.parse(bytes));
            JsonObject answer =
                    (JsonObject) Json.parse(answers.get(i).getBytes(StandardCharsets.UTF_8));
            DockerfileView theirs = DockerfileView.of(answer);
            instructions += theirs.nodes().size();
            ours.difference(theirs)
                    .ifPresent(what -> different.add(answer.text("path") + ": " + what));
        }
        assertThat(different).isEmpty();
        assertThat(instructions).isGreaterThan(files.size());
    }
}
