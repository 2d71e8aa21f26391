package io.plimsoll.image.dir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Entries;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.image.Layer;
import io.plimsoll.image.LayerResult;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DirectoryImageTest {
    @TempDir private Path root;

    private Path write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.resolve("..").normalize());
        Files.writeString(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        return file;
    }

    private Layer layer() throws IOException {
        return DirectoryImage.open(root, OpenOptions.standard()).layers().getFirst();
    }

    @Test
    void entriesComeSortedAndLinksAreNotFollowed() throws Exception {
        write("usr/b", "bb");
        write("usr/a/deep", "x");
        write("etc/passwd", "root");
        Files.createSymbolicLink(root.resolve("bin"), Path.of("usr"));
        Files.createSymbolicLink(root.resolve("loop"), Path.of("."));
        Entries entries = new Entries();
        LayerResult result = layer().read(entries, bytes -> {});
        assertThat(entries.paths())
                .containsExactly(
                        "/bin",
                        "/etc",
                        "/etc/passwd",
                        "/loop",
                        "/usr",
                        "/usr/a",
                        "/usr/a/deep",
                        "/usr/b");
        assertThat(entries.lines()).anyMatch(line -> line.startsWith("FILE /etc/passwd 4 644 #"));
        assertThat(entries.lines()).anyMatch(line -> line.endsWith("-> usr"));
        assertThat(result.problems()).isEmpty();
        assertThat(result.verified()).isTrue();
        assertThat(result.diffId()).isEmpty();
        assertThat(result.uncompressedSize()).isEqualTo(7);
    }

    @Test
    void largeFileIsMapped() throws Exception {
        write("big", "x".repeat(2_000_000));
        long[] mapped = {0};
        layer().read(entry -> mapped[0] = entry.mapped().orElseThrow().byteSize(), bytes -> {});
        assertThat(mapped[0]).isEqualTo(2_000_000);
    }

    @Test
    void fileThatShrinksWhileItIsReadIsReported() throws Exception {
        Path file = write("log", "0123456789");
        LayerResult result =
                layer().read(
                                entry -> {
                                    Files.writeString(file, "0123");
                                    assertThat(entry.stream().readAllBytes()).hasSize(4);
                                },
                                bytes -> {});
        assertThat(result.problems())
                .containsExactly(
                        Problem.of(
                                "/log",
                                "directory",
                                ProblemKind.TRUNCATED,
                                "the file became 6 bytes shorter while it was read"));
    }

    @Test
    void fileThatGrowsIsReadAsFarAsItWas() throws Exception {
        Path file = write("log", "0123");
        layer().read(
                        entry -> {
                            Files.writeString(file, "0123456789");
                            assertThat(
                                            new String(
                                                    entry.stream().readAllBytes(),
                                                    StandardCharsets.UTF_8))
                                    .isEqualTo("0123");
                        },
                        bytes -> {});
    }

    @Test
    void fileThatTurnsIntoALinkIsNotFollowed() throws Exception {
        Path secret = write("secret", "key");
        Path file = write("a", "x");
        LayerResult result =
                layer().read(
                                entry -> {
                                    if (entry.path().equals("/a")) {
                                        Files.delete(file);
                                        Files.createSymbolicLink(file, secret);
                                        entry.stream().readAllBytes();
                                    }
                                },
                                bytes -> {});
        assertThat(result.problems())
                .extracting(Problem::path, Problem::kind)
                .containsExactly(Tuple.tuple("/a", ProblemKind.UNREADABLE));
    }

    @Test
    void visitorsOwnFailureIsPassedOn() throws Exception {
        write("a", "x");
        IOException own = new IOException("disk full");
        assertThatThrownBy(() ->
                        layer().read(
                                        entry -> {
                                            throw own;
                                        },
                                        bytes -> {}))
                .isSameAs(own);
    }

    @Test
    void readingStopsAtTheLimitOfEntriesAndSaysSo() throws Exception {
        write("a", "");
        write("b", "");
        write("c", "");
        OpenOptions options =
                OpenOptions.standard().withLimits(Limits.standard().with(Limit.ENTRIES, 2));
        Entries entries = new Entries();
        try (Image image = DirectoryImage.open(root, options)) {
            LayerResult result = image.layers().getFirst().read(entries, bytes -> {});
            assertThat(result.problems().getFirst().reason()).contains("--max-entries");
        }
        assertThat(entries.paths()).containsExactly("/a", "/b");
    }

    @Test
    void interruptionEndsTheWalk() throws Exception {
        write("a", "");
        write("b", "");
        Layer layer = layer();
        assertThatThrownBy(
                        () -> layer.read(entry -> Thread.currentThread().interrupt(), bytes -> {}))
                .isInstanceOf(InterruptedException.class);
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = write("a", "");
        assertThatThrownBy(() -> DirectoryImage.open(file, OpenOptions.standard()))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("is not a folder");
    }

    @Test
    void progressCountsTheBytesThatWereRead() throws Exception {
        write("a", "12345");
        write("b", "678");
        long[] sum = {0};
        layer().read(new Entries(), bytes -> sum[0] += bytes);
        assertThat(sum[0]).isEqualTo(8);
    }
}
