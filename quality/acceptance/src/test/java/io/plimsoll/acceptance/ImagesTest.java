package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The list of local images, with a real engine that holds more than twenty.
final class ImagesTest {
    private static final int IMAGES = 20;

    @TempDir static Path folder;

    private static Program program;

    @BeforeAll
    static void load() throws Exception {
        Examples.write(folder);
        program =
                Engines.get()
                        .reached(new Program(folder))
                        .with("PLIMSOLL_CACHE_DIR", folder.resolve("cache").toString());
        program.lines("tar", "-cf", "root.tar", "-C", "rootfs", ".");
        for (int i = 0; i < IMAGES; i++) {
            program.lines("docker", "import", "--change", "LABEL number=" + i, "root.tar", name(i));
        }
    }

    @AfterAll
    static void remove() throws Exception {
        for (int i = 0; i < IMAGES; i++) {
            program.run("docker", "rmi", name(i));
        }
    }

    private static String name(int number) {
        return "listed/image" + number + ":1";
    }

    @Test
    void everyImageIsListedTheWorstFirstAndTheSecondCallReadsNone() throws Exception {
        Program cold = program.with("PLIMSOLL_CACHE_DIR", folder.resolve("cold").toString());
        Program.Outcome first = images(cold, "--verbose").withCode(0);
        assertThat(first.err()).contains("reading listed/image7:1");
        assertThat(first.lines().getFirst()).startsWith("IMAGE").endsWith("WORST");
        for (int i = 0; i < IMAGES; i++) {
            assertThat(first.out()).contains(name(i)).contains("CVE-");
        }
        Program.Outcome second = images(cold, "--verbose").withCode(0);
        assertThat(second.err()).doesNotContain("reading ");
        assertThat(second.out()).isEqualTo(first.out());
    }

    @Test
    void jsonCountsAsTheScanDoes() throws Exception {
        JsonObject list = object(images(program, "--format=json").withCode(0).out());
        assertThat(list.text("schema")).isEqualTo("plimsoll-images/1");
        JsonObject listed =
                list.objects("images").stream()
                        .filter(each -> each.texts("names").contains(name(3)))
                        .findFirst()
                        .orElseThrow();
        JsonObject scan =
                object(
                        plimsoll(program, "scan", "--format=json", "docker:" + name(3))
                                .withCode(0)
                                .out());
        for (String severity : List.of("critical", "high", "medium", "low", "unknown")) {
            long counted =
                    scan.objects("findings").stream()
                            .filter(each -> each.text("severity").equals(severity))
                            .count();
            assertThat(listed.object("counts").text(severity))
                    .as(severity)
                    .isEqualTo(Long.toString(counted));
        }
    }

    @Test
    void withoutAnEngineItSaysWhereItLooked() throws Exception {
        Program nowhere =
                new Program(folder)
                        .with("DOCKER_HOST", "unix:///no/docker.sock")
                        .with("CONTAINER_HOST", "unix:///no/podman.sock");
        Program.Outcome outcome =
                nowhere.run(Repository.root().resolve("plimsoll").toString(), "images").withCode(3);
        assertThat(outcome.err()).contains("/no/docker.sock", "/no/podman.sock");
    }

    private static Program.Outcome images(Program by, String option) throws Exception {
        return plimsoll(by, "images", "--engine=docker", option);
    }

    private static Program.Outcome plimsoll(Program by, String... arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Repository.root().resolve("plimsoll").toString());
        command.addAll(List.of(arguments));
        return by.run(command.toArray(String[]::new));
    }

    private static JsonObject object(String text) throws Exception {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Json.parse(new ByteArrayInputStream(bytes), 100).asObject();
    }
}
