package io.plimsoll.image.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Entries;
import io.plimsoll.image.Image;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ImageSourcesTest {
    @TempDir private Path folder;

    private static ImageBuilder image() {
        return new ImageBuilder()
                .layer(
                        new TarBuilder()
                                .symlink("bin", "usr/bin")
                                .directory("etc")
                                .file("etc/os-release", "ID=test\n")
                                .directory("usr")
                                .directory("usr/bin")
                                .file("usr/bin/app", new byte[5_000], 0755))
                .tag("app:1");
    }

    private Path archive(String name, Map<String, byte[]> files, BlobCompression compression)
            throws IOException {
        return Files.write(folder.resolve(name), compression.compress(TarBuilder.of(files)));
    }

    private Path rootFileSystem() throws IOException {
        Path root = folder.resolve("root");
        OciLayouts.write(
                Map.of(
                        "etc/os-release",
                        "ID=test\n".getBytes(StandardCharsets.UTF_8),
                        "usr/bin/app",
                        new byte[5_000]),
                root);
        Files.createSymbolicLink(root.resolve("bin"), Path.of("usr/bin"));
        for (String directory : List.of("etc", "usr", "usr/bin", "usr/bin/app")) {
            Files.setPosixFilePermissions(
                    root.resolve(directory), PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Files.setPosixFilePermissions(
                root.resolve("etc/os-release"), PosixFilePermissions.fromString("rw-r--r--"));
        return root;
    }

    private static List<String> entries(String kind, Path path) throws Exception {
        try (Image image = ImageSources.open(kind, path, OpenOptions.standard())) {
            assertThat(image.description().kind()).isEqualTo(kind);
            return Entries.of(image).stream()
                    .map(line -> line.startsWith("SYMLINK") ? line.replace("777", "644") : line)
                    .toList();
        }
    }

    @Test
    void everyKindOfSourceGivesTheSameEntries() throws Exception {
        List<String> expected = entries("dir", rootFileSystem());
        assertThat(expected).hasSize(6);
        for (BlobCompression inner : BlobCompression.values()) {
            ImageBuilder image = image().compression(inner);
            Map<String, byte[]> layout = new OciLayouts().add(image).files();
            Path layoutFolder = folder.resolve("layout-" + inner);
            assertThat(entries("oci-dir", OciLayouts.write(layout, layoutFolder)))
                    .isEqualTo(expected);
            for (BlobCompression outer : BlobCompression.values()) {
                Path oci = archive("oci-" + inner + outer, layout, outer);
                assertThat(entries("oci-archive", oci)).isEqualTo(expected);
                Path docker =
                        archive("docker-" + inner + outer, DockerArchives.manifest(image), outer);
                assertThat(entries("docker-archive", docker)).isEqualTo(expected);
                Path hybrid =
                        archive("hybrid-" + inner + outer, DockerArchives.hybrid(image), outer);
                assertThat(entries("docker-archive", hybrid)).isEqualTo(expected);
                assertThat(entries("oci-archive", hybrid)).isEqualTo(expected);
            }
        }
    }

    @Test
    void kindIsDetectedByContent() throws Exception {
        ImageBuilder image = image();
        Map<String, byte[]> layout = new OciLayouts().add(image).files();
        Path layoutFolder = OciLayouts.write(layout, folder.resolve("layout"));
        assertThat(ImageSources.detect(folder)).contains("dir");
        assertThat(ImageSources.detect(layoutFolder)).contains("oci-dir");
        for (BlobCompression outer : BlobCompression.values()) {
            assertThat(ImageSources.detect(archive("a", DockerArchives.manifest(image), outer)))
                    .contains("docker-archive");
            assertThat(ImageSources.detect(archive("a", DockerArchives.legacy(image), outer)))
                    .contains("docker-archive");
            assertThat(ImageSources.detect(archive("a", DockerArchives.hybrid(image), outer)))
                    .contains("docker-archive");
            assertThat(ImageSources.detect(archive("a", layout, outer))).contains("oci-archive");
            assertThat(ImageSources.detect(archive("a", Map.of("x", new byte[3]), outer)))
                    .isEmpty();
        }
        assertThat(ImageSources.detect(folder.resolve("none"))).isEmpty();
        assertThat(ImageSources.detect(Files.write(folder.resolve("a"), new byte[0]))).isEmpty();
        assertThat(ImageSources.detect(Files.write(folder.resolve("a"), new byte[] {1, 2})))
                .isEmpty();
    }

    @Test
    void unknownKindIsTheCallersMistake() {
        assertThatThrownBy(() -> ImageSources.open("tape", folder, OpenOptions.standard()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'tape'");
    }
}
