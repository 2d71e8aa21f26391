package io.plimsoll.daemon.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.layer.Hash;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Stores of engines, in order and with one thing amiss.
final class LayerFoldersTest {
    @TempDir Path temporary;

    private Path root;
    private final ImageBuilder image =
            new ImageBuilder()
                    .layer(new TarBuilder().file("a", "1"))
                    .layer(new TarBuilder().file("b", "2"))
                    .layer(new TarBuilder().file("c", "3"));
    private final Digest id = ImageBuilder.digest(image.config());
    private final List<Digest> diffIds = image.layers().stream().map(ImageBuilder::digest).toList();

    @BeforeEach
    void docker() throws IOException {
        root = temporary.toRealPath();
        write("image/overlay2/imagedb/content/sha256/" + id.hex(), image.config());
        Digest chain = diffIds.getFirst();
        for (int i = 0; i < diffIds.size(); i++) {
            if (i > 0) {
                String pair = chain + " " + diffIds.get(i);
                chain = Hash.of(pair.getBytes(StandardCharsets.UTF_8), "sha256");
            }
            String layer = "image/overlay2/layerdb/sha256/" + chain.hex();
            write(layer + "/cache-id", "id" + i);
            write(layer + "/diff", diffIds.get(i).toString());
        }
    }

    private List<Path> folders(String driver) throws IOException {
        List<Path> folders = new ArrayList<>();
        for (int i = 0; i < diffIds.size(); i++) {
            folders.add(Files.createDirectories(root.resolve(driver + "/id" + i + "/diff")));
        }
        return folders;
    }

    private LayerFolders find(EngineKind kind, String driver, List<Path> folders)
            throws IOException {
        Inspection inspection =
                new Inspection(
                        id, List.of(), List.of(), Optional.empty(), diffIds, driver, folders);
        return LayerFolders.of(kind, inspection, Limits.standard());
    }

    @Test
    void foldersThatFitAreTakenInTheirOrder() throws Exception {
        List<Path> folders = folders("overlay2");
        LayerFolders found = find(EngineKind.DOCKER, "overlay2", folders);
        assertThat(found.folders()).isEqualTo(folders);
        assertThat(found.config().diffIds()).isEqualTo(diffIds);
    }

    @Test
    void foldersInAnotherOrderAreRefused() throws Exception {
        assertRefused("overlay2", folders("overlay2").reversed(), "names another folder");
    }

    @Test
    void oneFolderTooFewIsRefused() throws Exception {
        assertRefused("overlay2", folders("overlay2").subList(0, 2), "2 folders for 3 layers");
    }

    @Test
    void foldersOutsideOfTheStoreAreRefused() throws Exception {
        List<Path> folders = new ArrayList<>(folders("overlay2"));
        for (Path wrong :
                List.of(
                        Path.of("/etc"),
                        Path.of("/"),
                        Path.of("diff"),
                        Files.createDirectories(root.resolve("other/id1/diff")),
                        root.resolve("overlay2/../overlay2/id1/diff"),
                        root.resolve("overlay2/none/diff"))) {
            folders.set(1, wrong);
            assertRefused("overlay2", folders, wrong.toString());
        }
    }

    @Test
    void anotherDriverIsRefused() throws Exception {
        assertRefused("btrfs", folders("overlay2"), "storage driver is 'btrfs'");
    }

    @Test
    void noFoldersAreRefused() {
        assertRefused("overlay2", List.of(), "names no folders");
    }

    @Test
    void aConfigurationThatWasAlteredIsRefused() throws Exception {
        byte[] altered = image.config();
        altered[altered.length / 2] ^= 1;
        write("image/overlay2/imagedb/content/sha256/" + id.hex(), altered);
        assertRefused("overlay2", folders("overlay2"), "does not have the digest " + id);
        Files.delete(root.resolve("image/overlay2/imagedb/content/sha256/" + id.hex()));
        assertRefused("overlay2", folders("overlay2"), "no configuration");
    }

    @Test
    void podmansListDecides() throws Exception {
        String name =
                Base64.getEncoder()
                        .encodeToString(id.toString().getBytes(StandardCharsets.US_ASCII));
        write("overlay-images/" + id.hex() + "/=" + name, image.config());
        List<Path> folders = folders("overlay");
        write("overlay-layers/layers.json", list("", "id0", "id1"));
        assertThat(find(EngineKind.PODMAN, "overlay", folders).folders()).isEqualTo(folders);
        write("overlay-layers/layers.json", list("", "id0", "id0"));
        assertThatThrownBy(() -> find(EngineKind.PODMAN, "overlay", folders))
                .isInstanceOf(UnfitFoldersException.class)
                .hasMessageContaining("no layer 'id2'");
        Files.delete(root.resolve("overlay-layers/layers.json"));
        assertThatThrownBy(() -> find(EngineKind.PODMAN, "overlay", folders))
                .isInstanceOf(UnfitFoldersException.class)
                .hasMessageContaining("no list of layers");
    }

    private String list(String... parents) {
        List<String> layers = new ArrayList<>();
        for (int i = 0; i < parents.length; i++) {
            layers.add(
                    "{\"id\": \"id%d\", \"parent\": \"%s\", \"diff-digest\": \"%s\"}"
                            .formatted(i, parents[i], diffIds.get(i)));
        }
        return layers.toString();
    }

    private void assertRefused(String driver, List<Path> folders, String why) {
        assertThatThrownBy(() -> find(EngineKind.DOCKER, driver, folders))
                .isInstanceOf(UnfitFoldersException.class)
                .hasMessageContaining(why);
    }

    private void write(String path, String text) throws IOException {
        write(path, text.getBytes(StandardCharsets.UTF_8));
    }

    private void write(String path, byte[] bytes) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }
}
