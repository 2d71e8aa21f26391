package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A base image in a real registry, whose tag means another image one day.
final class BaseRegistryTest {
    @TempDir static Path shared;
    @TempDir Path folder;

    private static RealRegistry registry;

    private String base = "";

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        registry = RealRegistry.plain(shared);
    }

    @AfterAll
    static void stop() {
        registry.close();
    }

    @BeforeEach
    void push() throws IOException, InterruptedException {
        base = registry.host() + "/team/base:" + folder.getFileName();
        push(image("3.0.11-1~deb12u2", "2026-01-01T00:00:00Z"));
        write("app", image("3.0.11-1~deb12u2", "2026-01-01T00:00:00Z").layer(above()));
    }

    private static ImageBuilder image(String openssl, String created) {
        return new ImageBuilder()
                .layer(
                        new TarBuilder()
                                .file("etc/os-release", Examples.OS_RELEASE)
                                .file(
                                        "var/lib/dpkg/status",
                                        Examples.STATUS.replace("3.0.11-1~deb12u2", openssl)))
                .created(created);
    }

    private static TarBuilder above() {
        return new TarBuilder().file("srv/app", "an app");
    }

    private Path write(String name, ImageBuilder image) throws IOException {
        return Files.write(
                folder.resolve(name + ".tar"), TarBuilder.of(DockerArchives.manifest(image)));
    }

    private void push(ImageBuilder image) throws IOException, InterruptedException {
        new Program(folder)
                .lines(
                        "skopeo",
                        "copy",
                        "--dest-tls-verify=false",
                        "docker-archive:" + write("pushed", image),
                        "docker://" + base);
    }

    private Program.Outcome plimsoll(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(Repository.launcher().toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("--plain-http", registry.host()));
        return CommandLineTest.launcher(folder).run(command.toArray(String[]::new));
    }

    private JsonObject stale(String... more) throws Exception {
        List<String> arguments = new ArrayList<>(List.of("base", "stale", "--format", "json"));
        arguments.addAll(List.of(more));
        arguments.add("docker-archive:app.tar");
        String plan = plimsoll(arguments.toArray(String[]::new)).withCode(1).out();
        return Json.parse(plan.getBytes(StandardCharsets.UTF_8))
                .asObject()
                .objects("images")
                .getFirst();
    }

    private static List<String> kinds(JsonObject image) {
        return image.objects("reasons").stream().map(each -> each.text("kind")).toList();
    }

    @Test
    void theRegistryTellsWhatTheTagMeansToday() throws Exception {
        plimsoll("base", "index", "registry:" + base).withCode(0);
        assertThat(kinds(stale("--check-registry"))).containsExactly("fixed-packages");
        push(image("3.0.17-1~deb12u3", "2026-06-01T00:00:00Z"));
        JsonObject image = stale("--check-registry");
        assertThat(kinds(image)).containsExactly("newer-base", "fixed-packages");
        assertThat(image.text("base")).startsWith(base + "@sha256:");
        assertThat(kinds(stale())).containsExactly("fixed-packages");
    }

    @Test
    void indexedAgainTheTagMeansTheNewerImageAndFixPinsIt() throws Exception {
        plimsoll("base", "index", "registry:" + base).withCode(0);
        push(image("3.0.99-1~deb12u9", "2026-06-01T00:00:00Z"));
        plimsoll("base", "index", "registry:" + base).withCode(0);
        JsonObject image = stale();
        assertThat(kinds(image)).containsExactly("newer-base", "fixed-packages");
        assertThat(image.objects("packages"))
                .extracting(each -> each.text("name") + " " + each.text("available"))
                .containsExactly("libssl3 3.0.99-1~deb12u9");
        Files.writeString(folder.resolve("Dockerfile"), "FROM " + base + "\nCOPY app /srv/\n");
        String diff =
                plimsoll("base", "--file", "Dockerfile", "--diff", "docker-archive:app.tar")
                        .withCode(0)
                        .out();
        assertThat(diff)
                .contains("-FROM " + base + "\n")
                .contains("+FROM " + image.text("base") + "\n");
    }
}
