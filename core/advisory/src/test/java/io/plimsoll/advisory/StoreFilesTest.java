package io.plimsoll.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Epss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StoreFilesTest {
    @TempDir Path folder;
    private Path store;

    @BeforeEach
    void build() throws IOException {
        store = folder.resolve("store");
        StoreWriter writer = new StoreWriter(store);
        byte[] epss = FactSegmentWriter.epss(Map.of("CVE-2021-44228", new Epss(0.99999, 1.0)));
        byte[] kev = FactSegmentWriter.kev(Map.of("CVE-2021-44228", LocalDate.of(2021, 12, 10)));
        writer.writeIndex(
                new StoreIndex(
                        Instant.parse("2026-11-22T00:00:00Z"),
                        List.of(
                                info("epss", SegmentInfo.Kind.EPSS, writer, epss),
                                info("kev", SegmentInfo.Kind.KEV, writer, kev))));
    }

    @Test
    void factsAreFoundById() throws IOException {
        try (AdvisoryStore open = AdvisoryStore.open(store)) {
            assertThat(open.epss("CVE-2021-44228")).contains(new Epss(0.99999, 1.0));
            assertThat(open.knownExploited("CVE-2021-44228")).contains(LocalDate.of(2021, 12, 10));
            assertThat(open.epss("CVE-2021-44229")).isEmpty();
            assertThat(open.vulnerability("CVE-2021-44228")).isEqualTo(VulnerabilityFacts.NONE);
        }
    }

    @Test
    void anUntouchedStoreHasNoFaults() throws IOException {
        assertThat(StoreFiles.verify(store)).isEmpty();
    }

    @Test
    void aChangedByteAndAMissingFileAreFound() throws IOException {
        Path first = segments().getFirst();
        byte[] bytes = Files.readAllBytes(first);
        bytes[bytes.length - 1] ^= 1;
        Files.write(first, bytes);
        Files.delete(segments().getLast());
        assertThat(StoreFiles.verify(store)).hasSize(2);
    }

    @Test
    void anExportIsTakenOverAndHasTheSameBytesTwice() throws IOException {
        Path one = folder.resolve("one.zip");
        Path two = folder.resolve("two.zip");
        StoreFiles.exportTo(store, one);
        StoreFiles.exportTo(store, two);
        assertThat(Files.readAllBytes(one)).isEqualTo(Files.readAllBytes(two));
        Path other = folder.resolve("other");
        StoreFiles.importFrom(one, other);
        assertThat(StoreFiles.verify(other)).isEmpty();
        assertThat(AdvisoryStore.readIndex(other)).isEqualTo(AdvisoryStore.readIndex(store));
    }

    @Test
    void aDamagedExportLeavesTheDataAsItWas() throws IOException {
        Path export = folder.resolve("export.zip");
        StoreFiles.exportTo(store, export);
        Path other = folder.resolve("other");
        byte[] whole = Files.readAllBytes(export);
        int refused = 0;
        for (int tenth = 1; tenth < 10; tenth++) {
            Path cut = folder.resolve("cut.zip");
            Files.write(cut, java.util.Arrays.copyOf(whole, whole.length * tenth / 10));
            try {
                StoreFiles.importFrom(cut, other);
                // Only the zip's own directory was cut off: all segments came and were checked.
                assertThat(StoreFiles.verify(other)).isEmpty();
            } catch (IOException expected) {
                refused++;
                assertThat(other.resolve("index.json")).doesNotExist();
            }
        }
        assertThat(refused).isGreaterThan(4);
    }

    @Test
    void aFolderWithoutAStoreSaysWhatToDo() {
        assertThatThrownBy(() -> AdvisoryStore.open(folder))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageContaining(folder.toString())
                .hasMessageContaining("plimsoll db build");
    }

    @Test
    void anIndexOfAnotherVersionSaysWhatToDo() throws IOException {
        Files.writeString(store.resolve("index.json"), "{\"schema\": \"plimsoll-db/9\"}");
        assertThatThrownBy(() -> AdvisoryStore.open(store))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageContaining("plimsoll-db/9")
                .hasMessageContaining("plimsoll-db/1");
    }

    private List<Path> segments() throws IOException {
        try (Stream<Path> files = Files.list(store)) {
            return files.filter(file -> file.toString().endsWith(".seg")).sorted().toList();
        }
    }

    private static SegmentInfo info(
            String name, SegmentInfo.Kind kind, StoreWriter writer, byte[] bytes)
            throws IOException {
        return new SegmentInfo(
                name,
                kind,
                "",
                writer.writeSegment(bytes),
                bytes.length,
                1,
                0,
                Optional.of(LocalDate.of(2026, 8, 16)),
                List.of("a source"),
                "CC0-1.0");
    }
}
