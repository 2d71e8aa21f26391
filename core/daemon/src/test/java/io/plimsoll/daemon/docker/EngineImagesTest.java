package io.plimsoll.daemon.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.EngineOptions;
import io.plimsoll.daemon.Environment;
import io.plimsoll.daemon.http.FakeEngine;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Engines that refuse, lie and break off.
final class EngineImagesTest {
    private final ImageBuilder image =
            new ImageBuilder().layer(new TarBuilder().file("a", "1")).tag("a:1");
    private final List<String> notices = new ArrayList<>();

    @TempDir Path folder;

    private Image open(String reference, OpenOptions options, FakeEngine.Answer answer)
            throws Exception {
        Path socket = folder.resolve("s");
        Files.deleteIfExists(socket);
        try (FakeEngine engine = FakeEngine.answering(socket, answer)) {
            assertThat(engine.requests()).isEmpty();
            return new EngineImages(
                            EngineKind.DOCKER,
                            EngineOptions.STANDARD,
                            Environment.of(Map.of("DOCKER_HOST", "unix://" + socket)),
                            notices::add)
                    .open(reference, options.withTemporaryFolder(folder.resolve("spool")));
        }
    }

    private Image open(FakeEngine.Answer answer) throws Exception {
        return open("a:1", OpenOptions.standard(), answer);
    }

    private static FakeEngine.Answer json(int status, String body) {
        return (request, to) ->
                FakeEngine.write(to, http(status, body.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] http(int status, byte[] body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "HTTP/1.1 " + status + " X\r\nContent-Length: " + body.length + "\r\n\r\n";
        out.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(body);
        return out.toByteArray();
    }

    private String inspection(String more) {
        return """
        {"Id": "%s", "RepoTags": ["a:1"], "Os": "linux", "Architecture": "amd64",
         "RepoDigests": ["a@sha256:%s"], "RootFS": {"Layers": ["%s"]}%s}\
        """
                .formatted(
                        ImageBuilder.digest(image.config()),
                        "0".repeat(64),
                        ImageBuilder.digest(image.layers().getFirst()),
                        more);
    }

    private FakeEngine.Answer exporting(String inspection, byte[] export) {
        return (request, to) -> {
            boolean inspect = request.endsWith("/json HTTP/1.1");
            FakeEngine.write(
                    to, inspect ? http(200, inspection.getBytes(StandardCharsets.UTF_8)) : export);
        };
    }

    private byte[] archive() throws IOException {
        return TarBuilder.of(DockerArchives.manifest(image));
    }

    @Test
    void anImageIsExportedWhereNoFoldersAreNamed() throws Exception {
        try (Image opened = open(exporting(inspection(""), http(200, archive())))) {
            assertThat(opened.description().kind()).isEqualTo("docker");
            assertThat(opened.description().tags()).containsExactly("a:1");
            assertThat(opened.description().digests()).hasSize(1);
            assertThat(opened.layers()).hasSize(1);
            assertThat(opened.layers().getFirst().read(entry -> {}, bytes -> {}).verified())
                    .isTrue();
        }
        assertThat(notices).singleElement().asString().contains("exported by Docker");
        try (Stream<Path> left = Files.list(folder.resolve("spool"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void foldersOfThisMachineAreNotReadBecauseAnEngineSaysSo() throws Exception {
        String lie = ", \"GraphDriver\": {\"Name\": \"etc\", \"Data\": {\"UpperDir\": \"/etc\"}}";
        try (Image opened = open(exporting(inspection(lie), http(200, archive())))) {
            assertThat(opened.layers().getFirst().read(entry -> {}, bytes -> {}).diffId())
                    .isPresent();
        }
    }

    @Test
    void anExportThatBreaksOffIsNoImage() throws Exception {
        byte[] whole = http(200, archive());
        for (int length : new int[] {10, 60, 600, whole.length - 1}) {
            byte[] cut = java.util.Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> open(exporting(inspection(""), cut)))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(folder.resolve("s").toString());
        }
    }

    @Test
    void anExportThatIsNoArchiveIsNoImage() {
        assertThatThrownBy(() -> open(exporting(inspection(""), http(200, new byte[4096]))))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("the export of 'a:1' by Docker");
    }

    @Test
    void anExportBeyondTheLimitIsStopped() {
        OpenOptions small =
                OpenOptions.standard()
                        .withLimits(OpenOptions.standard().limits().with(Limit.ENTRY_SIZE, 1000));
        assertThatThrownBy(
                        () -> open("a:1", small, exporting(inspection(""), http(200, archive()))))
                .isInstanceOf(LimitExceededException.class);
    }

    @Test
    void aMissingImageIsSaidToBeMissing() {
        assertThatThrownBy(() -> open(json(404, "{\"message\": \"No such image: a:1\"}")))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("'No such image: a:1'")
                .hasMessageContaining("registry:a:1");
    }

    @Test
    void anErrorOfTheEngineIsShownBoundedAndWithoutControls() {
        String evil = "{\"message\": \"\\u001b[2Jgone" + "x".repeat(5_000) + "\"}";
        assertThatThrownBy(() -> open(json(500, evil)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("status 500")
                .hasMessageNotContaining("\u001b")
                .satisfies(failure -> assertThat(failure.getMessage()).hasSizeLessThan(600));
        assertThatThrownBy(() -> open(json(503, "<html>"))).hasMessageContaining("'<html>'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"Id\": 7}",
                "{\"Id\": \"sha256:x\"}",
                "nonsense",
                "{\"Id\": \"sha256:0\", \"RootFS\": []}"
            })
    void anInspectionThatIsNoneIsRefused(String body) {
        assertThatThrownBy(() -> open(json(200, body))).isInstanceOf(ImageFormatException.class);
    }

    @Test
    void whatIsNoHttpIsSaidToBeNone() {
        assertThatThrownBy(() -> open((request, to) -> {}))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("no answer that can be read");
    }

    @Test
    void anotherPlatformIsNotTaken() {
        OpenOptions arm = OpenOptions.standard().withPlatform(Platform.parse("linux/arm64"));
        assertThatThrownBy(() -> open("a:1", arm, json(200, inspection(""))))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("for linux/amd64, not for linux/arm64");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "../json", "/a", "a?b", "a#b", "a\nb"})
    void whatCannotBeANameIsNotAskedFor(String name) {
        assertThatThrownBy(() -> open(name, OpenOptions.standard(), json(200, "{}")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void offlineNoPortIsAsked() {
        EngineImages images =
                new EngineImages(
                        EngineKind.DOCKER,
                        new EngineOptions(true, false, Optional.empty(), Optional.empty()),
                        Environment.of(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1")),
                        notices::add);
        assertThatThrownBy(() -> images.open("a:1", OpenOptions.standard()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("--offline");
    }

    @Test
    void aSocketWithoutAnEngineIsNamed() throws Exception {
        Path socket = Files.createFile(folder.resolve("s"));
        EngineImages images =
                new EngineImages(
                        EngineKind.DOCKER,
                        EngineOptions.STANDARD,
                        Environment.of(Map.of("DOCKER_HOST", "unix://" + socket)),
                        notices::add);
        assertThatThrownBy(() -> images.open("a:1", OpenOptions.standard()))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining(socket.toString())
                .hasMessageContaining("DOCKER_HOST");
    }
}
