package io.plimsoll.image.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Entries;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageDescription;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class DockerArchiveTest {
    @TempDir private Path folder;

    private static ImageBuilder image() {
        return new ImageBuilder()
                .layer(new TarBuilder().directory("etc").file("etc/a", "one"))
                .layer(new TarBuilder().whiteout("etc/a").file("etc/b", "two"))
                .label("vendor", "Pl\"imsoll")
                .tag("example/app:1.0");
    }

    private Image open(Map<String, byte[]> files) throws IOException, InterruptedException {
        return open(TarBuilder.of(files), OpenOptions.standard());
    }

    private Image open(byte[] archive, OpenOptions options)
            throws IOException, InterruptedException {
        return DockerArchive.open(
                Files.write(folder.resolve("image.tar"), archive),
                options.withTemporaryFolder(folder.resolve("spool")));
    }

    @Test
    void descriptionComesFromConfigurationAndManifest() throws Exception {
        ImageBuilder image = image();
        try (Image opened = open(DockerArchives.manifest(image))) {
            ImageDescription description = opened.description();
            assertThat(description.kind()).isEqualTo("docker-archive");
            assertThat(description.imageId()).contains(ImageBuilder.digest(image.config()));
            assertThat(description.tags()).containsExactly("example/app:1.0");
            assertThat(description.platform()).isEqualTo("linux/amd64");
            assertThat(description.created()).contains(Instant.parse("2026-01-02T03:04:05Z"));
            assertThat(description.config().user()).isEqualTo("app");
            assertThat(description.config().env()).containsExactly("PATH=/bin", "A=b");
            assertThat(description.config().cmd()).isEmpty();
            assertThat(description.config().labels()).containsEntry("vendor", "Pl\"imsoll");
            assertThat(description.config().healthcheck()).containsExactly("CMD-SHELL", "true");
            assertThat(description.config().exposedPorts()).containsExactly("8080/tcp");
            assertThat(description.config().history()).hasSize(3);
            assertThat(opened.layers())
                    .extracting(layer -> layer.description().createdBy())
                    .containsExactly("RUN step 1", "RUN step 2");
            assertThat(opened.layers().getFirst().identity()).isPresent();
            assertThat(opened.problems()).isEmpty();
        }
    }

    @Test
    void everyGenerationGivesTheSameEntries() throws Exception {
        List<String> expected = List.of("/etc", "/etc/a", "/etc/a", "/etc/b");
        ImageBuilder zipped = image().compression(BlobCompression.GZIP);
        List<Map<String, byte[]>> generations =
                List.of(
                        DockerArchives.legacy(image()),
                        DockerArchives.manifest(image()),
                        DockerArchives.manifest(zipped),
                        DockerArchives.manifest(image().compression(BlobCompression.ZSTD)),
                        DockerArchives.hybrid(image()),
                        DockerArchives.hybrid(zipped),
                        DockerArchives.crane(zipped));
        for (Map<String, byte[]> files : generations) {
            try (Image opened = open(files)) {
                assertThat(Entries.of(opened))
                        .extracting(line -> line.split(" ", 3)[1])
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void hybridKnowsItsManifestsDigest() throws Exception {
        try (Image opened = open(DockerArchives.hybrid(image()))) {
            assertThat(opened.description().digests()).hasSize(1);
            assertThat(opened.layers().getFirst().description().digest()).isPresent();
        }
    }

    @Test
    void legacyChainHasInstructionsAndNoPromises() throws Exception {
        try (Image opened = open(DockerArchives.legacy(image()))) {
            assertThat(opened.description().imageId()).isEmpty();
            assertThat(opened.description().tags()).containsExactly("example/app:1.0");
            assertThat(opened.layers())
                    .extracting(layer -> layer.description().createdBy())
                    .containsExactly("/bin/sh -c RUN step 1", "/bin/sh -c RUN step 2");
            assertThat(opened.layers().getFirst().description().diffId()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void archiveMayBeCompressedAsAWhole(BlobCompression compression) throws Exception {
        byte[] archive = compression.compress(TarBuilder.of(DockerArchives.manifest(image())));
        try (Image opened = open(archive, OpenOptions.standard())) {
            assertThat(Entries.of(opened)).hasSize(4);
        }
        if (compression != BlobCompression.NONE) {
            assertThat(folder.resolve("spool")).isEmptyDirectory();
        }
    }

    @Test
    void layersMayBeLinksToOneAnother() throws Exception {
        byte[] layer = new TarBuilder().file("a", "x").build();
        ImageBuilder image = new ImageBuilder().layer(layer, "one").layer(layer, "two");
        byte[] config = image.config();
        String name = ImageBuilder.digest(config).hex() + ".json";
        TarBuilder archive = new TarBuilder();
        archive.file("./first/layer.tar", layer);
        archive.symlink("second/layer.tar", "../first/layer.tar");
        archive.file(name, config);
        archive.file(
                "manifest.json",
                "[{\"Config\":\""
                        + name
                        + "\",\"RepoTags\":null,"
                        + "\"Layers\":[\"first/layer.tar\",\"second/layer.tar\"]}]");
        try (Image opened = open(archive.build(), OpenOptions.standard())) {
            assertThat(Entries.of(opened)).hasSize(2);
        }
    }

    @Test
    void linksInACircleAreAMissingLayer() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(DockerArchives.manifest(image()));
        TarBuilder archive = new TarBuilder();
        files.forEach((path, content) -> {
            if (path.endsWith("layer.tar")) {
                archive.symlink(path, "../" + path);
            } else {
                archive.file(path, content);
            }
        });
        try (Image opened = open(archive.build(), OpenOptions.standard())) {
            LayerResult result = opened.layers().getFirst().read(new Entries(), bytes -> {});
            assertThat(result.verified()).isFalse();
            assertThat(result.problems().getFirst().kind()).isEqualTo(ProblemKind.MISSING);
        }
    }

    @Test
    void tagChoosesAmongSeveralImages() throws Exception {
        ImageBuilder other =
                new ImageBuilder().layer(new TarBuilder().file("o", "o")).tag("other:latest");
        byte[] archive = TarBuilder.of(DockerArchives.manifest(image(), other));
        try (Image first = open(archive, OpenOptions.standard())) {
            assertThat(first.description().tags()).containsExactly("example/app:1.0");
            assertThat(first.problems())
                    .extracting(Problem::reason)
                    .containsExactly("another image of the archive: 'other:latest'");
        }
        OpenOptions byName = OpenOptions.standard().withReference("docker.io/library/other");
        try (Image second = open(archive, byName)) {
            assertThat(second.description().tags()).containsExactly("other:latest");
        }
        assertThatThrownBy(() -> open(archive, OpenOptions.standard().withReference("none")))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("it holds [example/app:1.0, other:latest]");
    }

    @Test
    void alteredConfigurationIsRefused() {
        Map<String, byte[]> files = DockerArchives.manifest(image());
        files.replaceAll((path, content) ->
                path.endsWith(".json") && !path.equals("manifest.json")
                        ? new String(content, StandardCharsets.UTF_8)
                                .replace("app", "bad")
                                .getBytes(StandardCharsets.UTF_8)
                        : content);
        assertThatThrownBy(() -> open(files))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("has the digest sha256:")
                .hasMessageContaining("as promised");
    }

    @Test
    void alteredLayerIsNotVerified() throws Exception {
        for (Map<String, byte[]> files :
                List.of(DockerArchives.manifest(image()), DockerArchives.hybrid(image()))) {
            files.replaceAll(
                    (path, content) -> content.length > 1_500 ? altered(content) : content);
            try (Image opened = open(files)) {
                LayerResult result = opened.layers().getLast().read(new Entries(), bytes -> {});
                assertThat(result.verified()).isFalse();
                assertThat(result.problems())
                        .extracting(Problem::kind)
                        .contains(ProblemKind.MISMATCH);
            }
        }
    }

    private static byte[] altered(byte[] content) {
        byte[] copy = content.clone();
        copy[copy.length - 1] = 1;
        return copy;
    }

    @Test
    void missingLayerIsReportedAndTheRestIsRead() throws Exception {
        Map<String, byte[]> files = DockerArchives.manifest(image());
        files.remove(files.keySet().iterator().next());
        try (Image opened = open(files)) {
            Entries entries = new Entries();
            LayerResult first = opened.layers().getFirst().read(entries, bytes -> {});
            LayerResult second = opened.layers().getLast().read(entries, bytes -> {});
            assertThat(first.problems().getFirst().kind()).isEqualTo(ProblemKind.MISSING);
            assertThat(second.verified()).isTrue();
            assertThat(entries.paths()).containsExactly("/etc/a", "/etc/b");
        }
    }

    @Test
    void truncationAtEveryTenthByteGivesAnErrorOrAProblem() throws Exception {
        byte[] archive = TarBuilder.of(DockerArchives.manifest(image()));
        int opened = 0;
        for (int length = 0; length < archive.length - 1024; length += 10) {
            byte[] cut = Arrays.copyOf(archive, length);
            try (Image image = open(cut, OpenOptions.standard())) {
                assertThat(length).isGreaterThan(archive.length - 3 * 1024);
                opened += image.layers().size();
            } catch (ImageFormatException expected) {
                assertThat(expected.getMessage()).contains("image.tar");
            }
        }
        assertThat(opened).isPositive();
    }

    @Test
    void whatIsNoImageIsRefusedWithTheReason() {
        assertThatThrownBy(() -> open(Map.of("a", new byte[1])))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("neither manifest.json nor repositories");
        assertThatThrownBy(() ->
                        open(
                                "no tar at all".repeat(99).getBytes(StandardCharsets.UTF_8),
                                OpenOptions.standard()))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("this is no tar header");
        assertThatThrownBy(() -> DockerArchive.open(folder.resolve("none"), OpenOptions.standard()))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("does not exist");
    }

    @Test
    void manifestOfTheWrongShapeNamesThePlace() {
        Map<String, String> documents =
                Map.of(
                        "[{\"Config\":5}]", "$[0].Config is a number, not a string",
                        "{}", "$ is an object, not an array",
                        "[]", "$ names no image",
                        "[{\"Config\":\"a\",\"Layers\":[{}]}]", "$[0].Layers[0] is an object",
                        "", "the document is empty",
                        "[", "not JSON that can be read");
        documents.forEach((document, message) ->
                assertThatThrownBy(() ->
                                open(
                                        Map.of(
                                                "manifest.json",
                                                document.getBytes(StandardCharsets.UTF_8))))
                        .isInstanceOf(ImageFormatException.class)
                        .hasMessageContaining(message));
    }

    @Test
    void deeplyNestedManifestIsRefused() {
        byte[] deep = "[".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> open(Map.of("manifest.json", deep)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("--max-json-depth");
    }

    @Test
    void manifestOfMillionsOfTokensIsRefused() {
        byte[] many = ("[" + "[],".repeat(5_000_000) + "0]").getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> open(Map.of("manifest.json", many)))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(
                        "not JSON that can be read: more than 1000000 names and values");
    }

    @Test
    void fiveThousandLayersAreRead() throws Exception {
        ImageBuilder image = new ImageBuilder();
        for (int i = 0; i < 5_000; i++) {
            image.layer(new TarBuilder().file("f" + i, "x"));
        }
        byte[] archive = TarBuilder.of(DockerArchives.manifest(image));
        try (Image opened = open(archive, OpenOptions.standard())) {
            assertThat(Entries.of(opened)).hasSize(5_000);
        }
        Limits limits = Limits.standard().with(Limit.LAYERS, 4_999);
        assertThatThrownBy(() -> open(archive, OpenOptions.standard().withLimits(limits)))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("--max-layers");
    }
}
