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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Base images of other distributions than Debian, found by layers and by packages.
@Tag("shared")
final class BaseDistributionsTest {
    @TempDir Path folder;

    private Program tools = new Program(Path.of(""));

    @BeforeEach
    void launcher() {
        tools = CommandLineTest.launcher(folder);
    }

    /// Alpine and AlmaLinux, with a layer upon them, and merged into one.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "alpine-minirootfs-3.17.10-x86_64.tar.gz amd64 alpine:3.17.10",
                "almalinux-9.2-micro-aarch64.tar.xz arm64 almalinux:9.2"
            })
    void otherDistributionsAreFoundToo(String base) throws Exception {
        String[] words = base.split(" ", -1);
        Path layer = Files.createDirectories(folder.resolve("layer/srv/node_modules/lodash"));
        Files.writeString(
                layer.resolve("package.json"), "{\"name\":\"lodash\",\"version\":\"4.17.15\"}");
        Path root = Path.of(System.getenv("PLIMSOLL_SHARED")).resolve("images").resolve(words[0]);
        Path below = Files.createDirectories(folder.resolve(words[1] + "-root"));
        tools.lines("tar", "-xf", root.toString(), "-C", below.toString());
        tools.lines("tar", "-cf", "below.tar", "-C", below.toString(), ".");
        tools.lines("tar", "-cf", "above.tar", "-C", "layer", "srv");
        tools.lines("cp", "-a", "layer/srv", below.toString());
        tools.lines("tar", "-cf", "merged.tar", "-C", below.toString(), ".");
        image(words[1], "tarball:below.tar", "base.tar:" + words[2]);
        image(words[1], "tarball:below.tar:above.tar", "app.tar:example/app:1");
        image(words[1], "tarball:merged.tar", "one.tar:example/app:2");
        plimsoll("base", "index", "docker-archive:base.tar");
        JsonObject app = advice("docker-archive:app.tar");
        assertThat(app.object("base").text("reference")).isEqualTo(words[2]);
        assertThat(app.text("how")).isEqualTo("its layers: the first 1 of 2");
        JsonObject one = advice("docker-archive:one.tar");
        assertThat(one.object("base").text("reference")).isEqualTo(words[2]);
        assertThat(one.text("how")).startsWith("its packages: ");
    }

    private JsonObject advice(String target) throws Exception {
        String out = plimsoll("base", "--format", "json", target).out();
        return Json.parse(out.getBytes(StandardCharsets.UTF_8)).asObject();
    }

    private Program.Outcome plimsoll(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.launcher().toString()));
        command.addAll(List.of(arguments));
        return tools.run(command.toArray(String[]::new)).withCode(0);
    }

    private void image(String architecture, String from, String to)
            throws IOException, InterruptedException {
        tools.lines(
                "skopeo", "--override-arch", architecture, "copy", from, "docker-archive:" + to);
    }
}
