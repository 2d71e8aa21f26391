package io.plimsoll.image.dir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Folders with the marks of overlayfs that need no privileges to be made; the tests with real engines
/// cover the others.
final class OverlayLayerTest {
    private static final Digest DIFF_ID = new Digest("sha256", "a".repeat(64));

    @TempDir Path temporary;

    private Path root;

    @BeforeEach
    void layer() throws IOException {
        root = Files.createDirectories(temporary.resolve("diff"));
    }

    private OverlayLayer open() {
        return new OverlayLayer(
                root,
                new LayerDescription(
                        Optional.of(DIFF_ID), Optional.empty(), 0, "", "", "layer 1 of 1"),
                Limits.standard());
    }

    private List<String> entries() throws IOException, InterruptedException {
        List<String> entries = new ArrayList<>();
        LayerResult result =
                open().read(entry -> entries.add(entry.kind() + " " + entry.path()), bytes -> {});
        assertThat(result.verified()).isTrue();
        assertThat(result.problems()).isEmpty();
        return entries;
    }

    private static void mark(Path folder, String name, String value) throws IOException {
        UserDefinedFileAttributeView view =
                Objects.requireNonNull(
                        Files.getFileAttributeView(folder, UserDefinedFileAttributeView.class));
        view.write("overlay." + name, StandardCharsets.UTF_8.encode(value));
    }

    @Test
    void anOpaqueFolderIsMarkedAfterItself() throws Exception {
        mark(Files.createDirectories(root.resolve("a/b")), "opaque", "y");
        Files.createFile(root.resolve("a/b/c"));
        assertThat(entries())
                .containsExactly("DIRECTORY /a", "DIRECTORY /a/b", "OPAQUE /a/b", "FILE /a/b/c");
    }

    @Test
    void namesBeyondAsciiAndLongPathsAreLookedAtToo() throws Exception {
        Path folder = root.resolve("größe/日本");
        mark(Files.createDirectories(folder), "opaque", "y");
        Path deep = root;
        for (int i = 0; i < 8; i++) {
            deep = deep.resolve("long".repeat(50));
        }
        mark(Files.createDirectories(deep), "opaque", "y");
        assertThat(entries()).contains("OPAQUE /größe/日本", "OPAQUE /" + root.relativize(deep));
    }

    @ParameterizedTest
    @CsvSource({"opaque, x", "opaque, n", "redirect, /elsewhere", "redirect, b"})
    void aMarkThatOnlyOverlayfsUnderstandsIsRefused(String name, String value) throws Exception {
        mark(Files.createDirectories(root.resolve("a")), name, value);
        assertThatThrownBy(this::entries)
                .isInstanceOf(ImageFormatException.class)
                .hasMessageContaining(root.resolve("a").toString())
                .hasMessageContaining("--engine-export");
    }

    @Test
    void nothingIsSaidToBeComputedOrKnownAgain() throws Exception {
        Files.writeString(root.resolve("a"), "12345");
        Files.createLink(root.resolve("b"), root.resolve("a"));
        LayerResult result = open().read(entry -> {}, bytes -> {});
        assertThat(result.diffId()).isEmpty();
        assertThat(result.uncompressedSize()).isEqualTo(5);
        assertThat(open().identity()).isEmpty();
        assertThat(open().description().diffId()).contains(DIFF_ID);
    }

    @Test
    void aFolderThatTheEngineRemovesMeanwhileIsNoEmptyLayer() throws Exception {
        Path file = Files.createFile(root.resolve("a"));
        LayerResult during =
                open().read(
                                entry -> {
                                    Files.delete(file);
                                    Files.delete(root);
                                },
                                bytes -> {});
        LayerResult after = open().read(entry -> {}, bytes -> {});
        for (LayerResult result : List.of(during, after)) {
            assertThat(result.verified()).isFalse();
            assertThat(result.problems())
                    .extracting(Problem::kind)
                    .containsExactly(ProblemKind.MISSING);
        }
    }
}
