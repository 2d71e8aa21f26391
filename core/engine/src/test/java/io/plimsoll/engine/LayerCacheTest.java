package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerCacheTest {
    @TempDir Path folder;

    @Test
    void aSecondScanReadsNoLayerAndReportsTheSame() throws Exception {
        Path archive = archive("bash 5.2");
        Recorder first = new Recorder();
        ScannedTarget read = scan(archive, Optional.of(cache()), first);
        Recorder second = new Recorder();
        ScannedTarget cached = scan(archive, Optional.of(cache()), second);
        assertThat(first.cached).containsExactly(false, false);
        assertThat(second.cached).containsExactly(true, true);
        assertThat(second.bytes).isZero();
        assertThat(cached).isEqualTo(read);
    }

    @Test
    void aSecondScanReadsNoLayerForFilesBehindLinks() throws Exception {
        Path archive =
                Images.write(
                        folder.resolve("image.tar"),
                        new TarBuilder().symlink("var/lib/dpkg", "../../data/packages"),
                        new TarBuilder()
                                .file("data/packages/status", Images.status("bash 5.2"))
                                .file("data/notes", "x"));
        ScannedTarget read = scan(archive, Optional.of(cache()), new Recorder());
        assertThat(Images.packages(read)).containsExactly("deb bash 5.2");
        Recorder second = new Recorder();
        assertThat(scan(archive, Optional.of(cache()), second)).isEqualTo(read);
        assertThat(second.bytes).isZero();
    }

    @Test
    void theSameLayerBehindAnotherLinkIsReadForIt() throws Exception {
        TarBuilder data =
                new TarBuilder()
                        .file("data/a/status", Images.status("bash 5.2"))
                        .file("data/b/status", Images.status("curl 8.1"));
        Path layout = Files.createDirectory(folder.resolve("layout"));
        for (String name : List.of("a", "b")) {
            TarBuilder link = new TarBuilder().symlink("var/lib/dpkg", "../../data/" + name);
            Map<String, byte[]> files = new OciLayouts().add(Images.image(data, link)).files();
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path path = layout.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                if (!file.getKey().startsWith("blobs/") || !Files.exists(path)) {
                    Files.write(path, file.getValue());
                }
            }
            ScannedTarget target =
                    new Scanner(Images.options(Optional.of(cache())), new Recorder())
                            .read(Target.parse("oci-dir:" + layout));
            assertThat(Images.packages(target))
                    .containsExactly(name.equals("a") ? "deb bash 5.2" : "deb curl 8.1");
        }
    }

    @Test
    void aDamagedCacheIsReadPast() throws Exception {
        Path archive = archive("bash 5.2");
        ScannedTarget read = scan(archive, Optional.of(cache()), new Recorder());
        for (Path file : cacheFiles()) {
            byte[] whole = Files.readAllBytes(file);
            for (byte[] damaged : damages(whole)) {
                assertThat(LayerCodec.decode(damaged)).isEmpty();
            }
            Files.write(file, damages(whole).getLast());
            assertThat(scan(archive, Optional.of(cache()), new Recorder())).isEqualTo(read);
        }
    }

    @Test
    void aDamagedCacheIsMended() throws Exception {
        Path archive = archive("bash 5.2");
        scan(archive, Optional.of(cache()), new Recorder());
        for (Path file : cacheFiles()) {
            Files.write(file, new byte[10]);
        }
        scan(archive, Optional.of(cache()), new Recorder());
        Recorder third = new Recorder();
        scan(archive, Optional.of(cache()), third);
        assertThat(third.cached).containsExactly(true, true);
    }

    @Test
    void aChangedArchiveIsReadAgain() throws Exception {
        scan(archive("bash 5.2"), Optional.of(cache()), new Recorder());
        Recorder recorder = new Recorder();
        ScannedTarget changed = scan(archive("bash 5.3"), Optional.of(cache()), recorder);
        assertThat(recorder.cached).contains(false);
        assertThat(Images.packages(changed)).contains("deb bash 5.3");
    }

    @Test
    void withoutACacheEveryScanReadsAndNothingIsKept() throws Exception {
        Path archive = archive("bash 5.2");
        scan(archive, Optional.empty(), new Recorder());
        Recorder second = new Recorder();
        scan(archive, Optional.empty(), second);
        assertThat(second.cached).containsExactly(false, false);
        assertThat(cache().resolve("layers")).doesNotExist();
    }

    @Test
    void theFolderIsItsOwnersAlone() throws Exception {
        scan(archive("bash 5.2"), Optional.of(cache()), new Recorder());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(layers())))
                .isEqualTo("rwx------");
    }

    @Test
    void aFolderThatOthersMayWriteIntoIsNotBelieved() throws Exception {
        Path archive = archive("bash 5.2");
        scan(archive, Optional.of(cache()), new Recorder());
        Files.setPosixFilePermissions(layers(), PosixFilePermissions.fromString("rwxrwxrwx"));
        Recorder second = new Recorder();
        scan(archive, Optional.of(cache()), second);
        assertThat(second.cached).containsExactly(false, false);
    }

    @Test
    void aLinkToAFolderIsNotBelieved() throws Exception {
        Path archive = archive("bash 5.2");
        scan(archive, Optional.of(cache()), new Recorder());
        Files.move(layers(), folder.resolve("elsewhere"));
        Files.createSymbolicLink(layers(), folder.resolve("elsewhere"));
        Recorder second = new Recorder();
        scan(archive, Optional.of(cache()), second);
        assertThat(second.cached).containsExactly(false, false);
    }

    @Test
    void aLayerThatIsNotWhatWasPromisedIsNotKept() throws Exception {
        Path archive = WrongDigests.archive(folder.resolve("wrong.tar"));
        scan(archive, Optional.of(cache()), new Recorder());
        Recorder second = new Recorder();
        scan(archive, Optional.of(cache()), second);
        assertThat(second.cached).containsExactly(true, false);
    }

    @Test
    void recordsCutShortEndInAnEndOfFile() throws Exception {
        byte[] huge = {0x7f, -1, -1, -1, 1, 2};
        byte[] negative = {-1, -1, -1, -1, 1, 2};
        for (byte[] bytes : List.of(huge, negative)) {
            assertThatThrownBy(() -> reader(bytes).text()).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> reader(bytes).longs()).isInstanceOf(EOFException.class);
            assertThatThrownBy(() -> list(reader(bytes))).isInstanceOf(EOFException.class);
        }
        assertThatThrownBy(() -> reader(new byte[0]).number()).isInstanceOf(EOFException.class);
    }

    private static List<String> list(RecordReader reader) throws IOException {
        return reader.list(reader::text);
    }

    private static RecordReader reader(byte[] bytes) {
        return new RecordReader(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static List<byte[]> damages(byte[] whole) {
        List<byte[]> damages = new ArrayList<>();
        for (int length = 0; length < whole.length; length += 10) {
            damages.add(java.util.Arrays.copyOf(whole, length));
        }
        for (int at = 0; at < whole.length; at += 7) {
            byte[] changed = whole.clone();
            changed[at] ^= (byte) 0x55;
            damages.add(changed);
        }
        return damages;
    }

    private Path archive(String bash) throws IOException {
        return Images.write(
                folder.resolve("image.tar"),
                new TarBuilder()
                        .file("etc/os-release", Images.OS_RELEASE)
                        .file(Images.STATUS, Images.status(bash))
                        .file("app/broken.jar", "no archive")
                        .symlink("var/lib/rpm", "../../usr/lib/sysimage/rpm"),
                new TarBuilder()
                        .file("app/node_modules/a/package.json", Images.npm("a", "1.0.0"))
                        .opaque("opt")
                        .whiteout("srv/x"));
    }

    private Path layers() {
        return cache().resolve("layers");
    }

    private Path cache() {
        return folder.resolve("cache");
    }

    /// The entries; beside them lies an empty file whose time tells when the cache was swept.
    private List<Path> cacheFiles() throws IOException {
        try (Stream<Path> files = Files.walk(cache())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toFile().length() > 0)
                    .toList();
        }
    }

    private static ScannedTarget scan(Path archive, Optional<Path> cache, Progress progress)
            throws Exception {
        return new Scanner(Images.options(cache), progress)
                .read(Target.parse("docker-archive:" + archive));
    }

    /// How many layers came from the cache, and how many bytes were read.
    private static final class Recorder implements Progress {
        private final List<Boolean> cached = new ArrayList<>();
        private long bytes;

        @Override
        public void layersFound(int layers, int known, long size) {
            for (int i = 0; i < layers; i++) {
                cached.add(i < known);
            }
        }

        @Override
        public synchronized void bytesRead(long more) {
            bytes += more;
        }
    }
}
