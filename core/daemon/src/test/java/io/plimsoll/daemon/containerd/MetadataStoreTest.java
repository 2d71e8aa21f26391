package io.plimsoll.daemon.containerd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.image.ImageNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A file that containerd wrote, whole and damaged in every way.
final class MetadataStoreTest {
    private static final String DIGEST =
            "sha256:f9ffa1421e3cc832ea6e37307b25fff1670d3ed7040d84b47ddf45d6a704034d";
    private static final int PAGE = 4096;
    private static final List<String> NAMESPACES = List.of("default", "k8s.io", "moby");

    @TempDir Path folder;

    private Path file;
    private byte[] whole;

    @BeforeEach
    void unpack() throws IOException {
        file = folder.resolve("meta.db");
        try (InputStream in =
                new GZIPInputStream(
                        Objects.requireNonNull(
                                MetadataStoreTest.class.getResourceAsStream(
                                        "/containerd/120-images/meta.db.gz")))) {
            whole = in.readAllBytes();
        }
        Files.write(file, whole);
    }

    private ImageRecord find(String name) throws IOException {
        return new MetadataStore(file).find(NAMESPACES, List.of(name));
    }

    @Test
    void everyImageIsFoundByItsName() throws Exception {
        for (int i = 1; i <= 120; i++) {
            String name = "docker.io/library/tag-" + i + ":1";
            ImageRecord image = find(name);
            assertThat(image.namespace()).isEqualTo("default");
            assertThat(image.name()).isEqualTo(name);
            assertThat(image.digest()).hasToString(DIGEST);
            assertThat(image.mediaType()).isEqualTo("application/vnd.oci.image.manifest.v1+json");
            assertThat(image.size()).isBetween(300L, 2_000L);
        }
    }

    @Test
    void theNamespaceIsTheFirstThatHasTheName() throws Exception {
        assertThat(find("registry.example/pause:3.9").namespace()).isEqualTo("k8s.io");
        assertThat(find("docker.io/library/t:1").namespace()).isEqualTo("default");
        assertThat(
                        new MetadataStore(file)
                                .find(List.of("k8s.io"), List.of("no", "docker.io/library/t:1"))
                                .namespace())
                .isEqualTo("k8s.io");
    }

    @Test
    void aNameThatIsNotThereIsAnsweredWithThoseThatAre() {
        assertThatThrownBy(() -> find("docker.io/library/tag-121:1"))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("'docker.io/library/t:1' in 'default'")
                .hasMessageContaining("…");
        assertThatThrownBy(() -> find("")).isInstanceOf(ImageNotFoundException.class);
        assertThatThrownBy(() -> find("zzz")).isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void theOlderHeadHoldsWhereTheNewerIsDamaged() throws Exception {
        for (int page : new int[] {0, 1}) {
            byte[] damaged = whole.clone();
            damaged[page * PAGE + 16 + 50] ^= 1;
            Files.write(file, damaged);
            assertThat(find("docker.io/library/t:1").namespace()).isEqualTo("default");
        }
    }

    @Test
    void aFileWithoutAHeadIsNone() throws Exception {
        for (byte[] bytes : List.of(new byte[0], new byte[100], new byte[200_000])) {
            Files.write(file, bytes);
            assertThatThrownBy(() -> find("x"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining(file.toString())
                    .hasMessageContaining("no bbolt file");
        }
    }

    @Test
    void everyTruncationIsAnswered() throws Exception {
        int found = 0;
        int refused = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (long length = whole.length; length >= 0; length -= 10) {
                channel.truncate(length);
                if (isFound("docker.io/library/tag-77:1")) {
                    found++;
                } else {
                    refused++;
                }
            }
        }
        assertThat(found).isPositive();
        assertThat(refused).isGreaterThan(100);
    }

    /// Overwrites every 32-bit word of every page in use with extreme values, one at a time.
    @Test
    void everyDamagedWordIsAnswered() throws Exception {
        int found = 0;
        int refused = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            for (int at = 0; at < whole.length; at += 4) {
                if (isZero(at)) {
                    continue;
                }
                for (int value : new int[] {0, -1, 2, 0x7fffffff}) {
                    write(channel, at, value);
                    if (isFound("docker.io/library/tag-77:1")) {
                        found++;
                    } else {
                        refused++;
                    }
                }
                channel.write(ByteBuffer.wrap(whole, at, 4), at);
            }
        }
        assertThat(found).isGreaterThan(100);
        assertThat(refused).isGreaterThan(20);
        assertThat(isFound("docker.io/library/tag-77:1")).isTrue();
    }

    @Test
    void branchesThatLeadInCirclesEnd() throws Exception {
        List<Integer> branches = pages(0x01);
        assertThat(branches).isNotEmpty();
        for (int target : branches) {
            byte[] damaged = whole.clone();
            ByteBuffer bytes = ByteBuffer.wrap(damaged).order(ByteOrder.LITTLE_ENDIAN);
            for (int branch : branches) {
                int count = bytes.getShort(branch * PAGE + 10) & 0xffff;
                for (int i = 0; i < count; i++) {
                    bytes.putLong(branch * PAGE + 16 + 16 * i + 8, target);
                }
            }
            Files.write(file, damaged);
            assertThatThrownBy(() -> find("docker.io/library/tag-77:1"))
                    .isInstanceOf(EngineException.class)
                    .hasMessageContaining("deeper than 32");
        }
    }

    private boolean isFound(String name) throws IOException {
        try {
            return find(name).name().equals(name);
        } catch (EngineException | ImageNotFoundException refused) {
            assertThat(refused.getMessage()).isNotBlank();
            return false;
        }
    }

    private boolean isZero(int at) {
        return whole[at] == 0 && whole[at + 1] == 0 && whole[at + 2] == 0 && whole[at + 3] == 0;
    }

    private static void write(FileChannel channel, int at, int value) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN);
        channel.write(bytes.putInt(value).flip(), at);
    }

    private List<Integer> pages(int flags) {
        List<Integer> pages = new ArrayList<>();
        for (int page = 2; page < whole.length / PAGE; page++) {
            if (whole[page * PAGE + 8] == flags
                    && whole[page * PAGE + 9] == 0
                    && whole[page * PAGE + 10] != 0) {
                pages.add(page);
            }
        }
        return pages;
    }
}
