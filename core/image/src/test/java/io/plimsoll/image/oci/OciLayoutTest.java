package io.plimsoll.image.oci;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Entries;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.Platform;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OciLayoutTest {
    private static final OpenOptions ON_AMD64 =
            OpenOptions.standard().withHostPlatform(Platform.parse("linux/amd64"));

    @TempDir private Path folder;

    private static ImageBuilder image(String architecture, String variant) {
        return new ImageBuilder()
                .layer(new TarBuilder().file(architecture + variant, "x"))
                .platform(architecture, variant)
                .tag("app:1")
                .compression(BlobCompression.GZIP);
    }

    private Image open(Map<String, byte[]> files) throws IOException {
        return open(files, ON_AMD64);
    }

    private Image open(Map<String, byte[]> files, OpenOptions options) throws IOException {
        return OciLayout.openDirectory(OciLayouts.write(files, folder), options);
    }

    private static String blob(byte[] content) {
        return "blobs/sha256/" + ImageBuilder.digest(content).hex();
    }

    @Test
    void singleImageIsTakenWhateverItsPlatform() throws Exception {
        ImageBuilder image = image("s390x", "");
        try (Image opened = open(new OciLayouts().withoutPlatform().add(image).files())) {
            assertThat(opened.description().platform()).isEqualTo("linux/s390x");
            assertThat(opened.description().tags()).containsExactly("app:1");
            assertThat(opened.description().imageId())
                    .contains(ImageBuilder.digest(image.config()));
            assertThat(opened.description().digests()).hasSize(1);
            assertThat(opened.layers().getFirst().description().mediaType())
                    .isEqualTo("application/vnd.oci.image.layer.v1.tar+gzip");
            assertThat(Entries.of(opened)).hasSize(1);
        }
    }

    @Test
    void nestedIndexIsSearchedForThePlatform() throws Exception {
        Map<String, byte[]> files =
                new OciLayouts()
                        .addIndex(image("arm", "v6"), image("amd64", ""), image("arm", "v7"))
                        .files();
        try (Image host = open(files)) {
            assertThat(host.description().platform()).isEqualTo("linux/amd64");
            assertThat(host.description().digests()).hasSize(2);
            assertThat(host.problems()).isEmpty();
        }
        OpenOptions arm = ON_AMD64.withPlatform(Platform.parse("linux/arm/v7"));
        try (Image asked = open(files, arm)) {
            assertThat(asked.description().platform()).isEqualTo("linux/arm/v7");
        }
        assertThatThrownBy(
                        () -> open(files, ON_AMD64.withPlatform(Platform.parse("linux/riscv64"))))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("no image for linux/riscv64")
                .hasMessageContaining("linux/arm/v6")
                .hasMessageContaining("linux/amd64");
    }

    @Test
    void platformIsFoundInTheConfigurationWhereTheIndexHasNone() throws Exception {
        Map<String, byte[]> files =
                new OciLayouts()
                        .withoutPlatform()
                        .add(image("arm64", ""))
                        .add(image("amd64", ""))
                        .files();
        try (Image opened = open(files)) {
            assertThat(opened.description().platform()).isEqualTo("linux/amd64");
        }
    }

    @Test
    void platformWhoseBlobsAreNotStoredIsNotTaken() throws Exception {
        Map<String, byte[]> files =
                new OciLayouts().addIndex(image("arm64", ""), image("amd64", "")).files();
        files.keySet().removeIf(path -> isManifestOf(files, path, "amd64"));
        assertThatThrownBy(() -> open(files))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("for linux/amd64 (not stored)");
    }

    private static boolean isManifestOf(
            Map<String, byte[]> files, String path, String architecture) {
        String config = ImageBuilder.digest(image(architecture, "").config()).hex();
        return new String(files.get(path), StandardCharsets.UTF_8).contains(config);
    }

    @Test
    void nameChoosesAmongSeveralImages() throws Exception {
        ImageBuilder other = new ImageBuilder().layer(new TarBuilder().file("o", "o")).tag("other");
        Map<String, byte[]> files = new OciLayouts().add(image("amd64", "")).add(other).files();
        try (Image first = open(files)) {
            assertThat(first.description().tags()).containsExactly("app:1");
            assertThat(first.problems())
                    .extracting(Problem::reason)
                    .containsExactly("another image of the layout: 'other for linux/amd64'");
        }
        try (Image second = open(files, ON_AMD64.withReference("other"))) {
            assertThat(Entries.of(second)).hasSize(1);
        }
        assertThatThrownBy(() -> open(files, ON_AMD64.withReference("third")))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("no image 'third'");
    }

    @Test
    void alteredManifestAndConfigurationAreRefused() {
        ImageBuilder image = image("amd64", "");
        for (String altered : new String[] {"application/vnd.oci.image.config", "rootfs"}) {
            Map<String, byte[]> files = new OciLayouts().add(image).files();
            files.replaceAll((path, content) -> withBlank(content, altered));
            assertThatThrownBy(() -> open(files))
                    .isInstanceOf(ImageFormatException.class)
                    .hasMessageContaining("as promised; the image is damaged or was altered");
        }
    }

    /// The same document with one byte more.
    private static byte[] withBlank(byte[] content, String marker) {
        String text = new String(content, StandardCharsets.ISO_8859_1);
        return text.contains(marker) ? (text + " ").getBytes(StandardCharsets.ISO_8859_1) : content;
    }

    @Test
    void missingDocumentsAreNamed() {
        ImageBuilder image = image("amd64", "");
        Map<String, byte[]> files = new OciLayouts().add(image).files();
        files.remove(blob(image.config()));
        assertThatThrownBy(() -> open(files))
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining("lacks the configuration");
        assertThatThrownBy(() -> open(Map.of("oci-layout", new byte[0]), ON_AMD64))
                .isInstanceOf(IOException.class);
    }

    @Test
    void missingLayerIsReportedAndTheRestIsRead() throws Exception {
        ImageBuilder image = image("amd64", "").layer(new TarBuilder().file("second", "x"));
        Map<String, byte[]> files = new OciLayouts().add(image).files();
        files.remove(blob(image.blobs().getFirst()));
        try (Image opened = open(files)) {
            Entries entries = new Entries();
            LayerResult first = opened.layers().getFirst().read(entries, bytes -> {});
            LayerResult second = opened.layers().getLast().read(entries, bytes -> {});
            assertThat(first.verified()).isFalse();
            assertThat(first.problems().getFirst().kind()).isEqualTo(ProblemKind.MISSING);
            assertThat(second.verified()).isTrue();
            assertThat(entries.paths()).containsExactly("/second");
        }
    }

    @Test
    void alteredLayerIsNotVerified() throws Exception {
        ImageBuilder image = image("amd64", "");
        Map<String, byte[]> files = new OciLayouts().add(image).files();
        byte[] other = BlobCompression.GZIP.compress(new TarBuilder().file("evil", "").build());
        files.put(blob(image.blobs().getFirst()), other);
        try (Image opened = open(files)) {
            LayerResult result = opened.layers().getFirst().read(new Entries(), bytes -> {});
            assertThat(result.verified()).isFalse();
            assertThat(result.problems()).extracting(Problem::kind).contains(ProblemKind.MISMATCH);
        }
    }

    @Test
    void linkOutOfTheLayoutIsNotFollowed() throws Exception {
        ImageBuilder image = image("amd64", "");
        Path layout = OciLayouts.write(new OciLayouts().add(image).files(), folder.resolve("l"));
        Path layer = layout.resolve(blob(image.blobs().getFirst()));
        Files.move(layer, folder.resolve("outside"));
        Files.createSymbolicLink(layer, folder.resolve("outside"));
        try (Image opened = OciLayout.openDirectory(layout, ON_AMD64)) {
            LayerResult result = opened.layers().getFirst().read(new Entries(), bytes -> {});
            assertThat(result.problems().getFirst().kind()).isEqualTo(ProblemKind.MISSING);
        }
    }

    @Test
    void indexWithinItselfByTypeIsBounded() {
        Map<String, byte[]> files = new OciLayouts().files();
        byte[] inner = "{\"manifests\":[]}".getBytes(StandardCharsets.UTF_8);
        for (int depth = 0; depth < 12; depth++) {
            files.put(blob(inner), inner);
            inner = indexOf(inner).getBytes(StandardCharsets.UTF_8);
        }
        files.put("index.json", inner);
        assertThatThrownBy(() -> open(files)).hasMessageContaining("--max-nesting");
    }

    private static String indexOf(byte[] inner) {
        return "{\"manifests\":[{\"mediaType\":\"application/vnd.oci.image.index.v1+json\","
                + "\"digest\":\""
                + ImageBuilder.digest(inner)
                + "\",\"size\":"
                + inner.length
                + "}]}";
    }
}
