package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An image of three layers: Debian, an install, a build.
final class ImageFactsReaderTest {
    private static final String DOCKERFILE =
            "FROM debian:12\nRUN apt-get install gcc\nRUN make install\n";
    private static final String LIBC =
            "Package: libc6\nStatus: install ok installed\nVersion: 2.36-9\nInstalled-Size: 10\n\n";
    private static final String GCC =
            LIBC
                    + "Package: gcc\nStatus: install ok installed\nVersion: 12\nDepends: libc6\n\n"
                    + "Package: left\nStatus: install ok installed\nVersion: 1\n\n";

    @TempDir Path folder;

    @Test
    void theFilesOfOwnLayersKnowTheirLayerAndTheirOwner() throws Exception {
        ImageFacts facts = read(DOCKERFILE);
        assertThat(facts.files().stream().map(OwnFile::path))
                .contains("/usr/bin/gcc-12", "/usr/local/bin/app", "/usr/local/bin/alias")
                .doesNotContain("/etc/os-release", "/tmp/gone");
        OwnFile app = file(facts, "/usr/local/bin/app");
        assertThat(app.layer()).isEqualTo(2);
        assertThat(app.owner()).isEmpty();
        assertThat(app.program().orElseThrow().needed()).anyMatch(each -> each.startsWith("libc."));
        assertThat(file(facts, "/usr/bin/gcc-12").owner()).isEqualTo("gcc");
        assertThat(facts.owner("/usr/bin/gcc-12")).contains("gcc");
        assertThat(facts.owner("/usr/local/bin/app")).isEmpty();
    }

    @Test
    void linksAreFollowedThroughAllLayers() throws Exception {
        ImageFacts facts = read(DOCKERFILE);
        assertThat(facts.resolve("/usr/bin/cc")).isEqualTo("/usr/bin/gcc-12");
        assertThat(facts.resolve("/bin/cc")).isEqualTo("/usr/bin/gcc-12");
        assertThat(facts.resolve("/usr/local/bin/alias")).isEqualTo("/usr/local/bin/app");
        assertThat(facts.resolve("/usr/local/bin/ring")).isNotNull();
        assertThat(facts.resolve("/a/./b/../c")).isEqualTo("/a/c");
    }

    @Test
    void thePackageManagerSaysSizesAndWhatNothingNeeds() throws Exception {
        ImageFacts facts = read(DOCKERFILE);
        assertThat(facts.installedSize("libc6")).hasValue(10240);
        assertThat(facts.installedSize("gcc")).isEmpty();
        assertThat(facts.unneeded()).containsExactly("left");
        assertThat(facts.missingLine()).isEmpty();
    }

    @Test
    void anInstructionThatTheImageDoesNotHaveIsNamed() throws Exception {
        ImageFacts facts = read(DOCKERFILE.replace("gcc", "clang"));
        assertThat(facts.missingLine()).hasValue(2);
        assertThat(facts.files()).isEmpty();
    }

    @Test
    void whatHasNoLayersIsNoImage() throws IOException {
        Path root = Files.createDirectories(folder.resolve("root"));
        assertThatThrownBy(() -> read("dir:" + root, DOCKERFILE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no layers");
    }

    private ImageFacts read(String dockerfile) throws Exception {
        ImageBuilder image =
                new ImageBuilder()
                        .layer(
                                new TarBuilder()
                                        .file("etc/os-release", "ID=debian\nVERSION_ID=12\n")
                                        .symlink("bin", "usr/bin")
                                        .file("tmp/gone", "")
                                        .file("var/lib/dpkg/status", LIBC)
                                        .build(),
                                "base")
                        .layer(
                                new TarBuilder()
                                        .file("var/lib/dpkg/status", GCC)
                                        .file("var/lib/dpkg/info/gcc.list", "/usr/bin/gcc-12\n")
                                        .file(
                                                "var/lib/apt/extended_states",
                                                "Package: left\nAuto-Installed: 1\n")
                                        .file("usr/bin/gcc-12", "compiler")
                                        .symlink("usr/bin/cc", "../../etc/alternatives/cc")
                                        .symlink("etc/alternatives/cc", "/usr/bin/gcc-12")
                                        .build(),
                                "/bin/sh -c apt-get install gcc")
                        .layer(
                                new TarBuilder()
                                        .whiteout("tmp/gone")
                                        .file("usr/local/bin/app", java(), 0755)
                                        .symlink("usr/local/bin/alias", "app")
                                        .symlink("usr/local/bin/ring", "ring")
                                        .build(),
                                "/bin/sh -c make install");
        Path archive = folder.resolve("image.tar");
        Files.write(archive, TarBuilder.of(DockerArchives.manifest(image)));
        return read("docker-archive:" + archive, dockerfile);
    }

    private ImageFacts read(String target, String dockerfile)
            throws IOException, InterruptedException {
        Path file = folder.resolve("Dockerfile");
        Files.writeString(file, dockerfile);
        ScanOptions options =
                new ScanOptions(
                                Path.of("../../data/advisories"),
                                Optional.empty(),
                                Limits.standard(),
                                Optional.empty(),
                                Access.FILES_ONLY,
                                LocalDate.of(2026, 11, 22),
                                "test")
                        .withDockerfile(
                                Optional.of(
                                        new DockerfileOption(file, Map.of(), Optional.empty())));
        return new ImageFactsReader(options, Progress.SILENT)
                .read(
                        Target.parse(target),
                        Dockerfile.parse(dockerfile.getBytes(StandardCharsets.UTF_8)));
    }

    private static OwnFile file(ImageFacts facts, String path) {
        List<OwnFile> found =
                facts.files().stream().filter(each -> each.path().equals(path)).toList();
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static byte[] java() throws IOException {
        return Files.readAllBytes(Path.of(System.getProperty("java.home"), "bin", "java"));
    }
}
