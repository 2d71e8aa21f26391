package io.plimsoll.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreFiles;
import io.plimsoll.advisory.StoreIndex;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Updates from a server of static files.
final class StoreUpdateTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

    @TempDir Path folder;
    private final List<String> notices = new ArrayList<>();
    private Path mirror;
    private Path own;
    private SigningKey key;
    private MirrorServer server;

    @BeforeEach
    void publish() throws IOException {
        mirror = folder.resolve("mirror");
        own = folder.resolve("own");
        key = Stores.key(folder, "key");
        Stores.publish(mirror, 0, key);
        server = new MirrorServer(mirror);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private StoreUpdate.Result update() throws Exception {
        return update(Optional.empty());
    }

    private StoreUpdate.Result update(Optional<Instant> notBefore) throws Exception {
        TrustedKeys keys = TrustedKeys.of(List.of(folder.resolve("key.pub")));
        UpdateRules rules = new UpdateRules(Optional.of(keys), notBefore);
        return new StoreUpdate(server.origin(), own, rules, notices::add).run(NOW);
    }

    private int day() throws IOException {
        assertThat(StoreFiles.verify(own)).isEmpty();
        try (AdvisoryStore store = AdvisoryStore.open(own)) {
            return (int) Math.round(store.epss(Stores.MARK).orElseThrow().score() * 100);
        }
    }

    private void refused(String what) {
        assertThatThrownBy(this::update)
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageContaining(what)
                .hasMessageEndingWith("the data in use is as before");
    }

    @Test
    void theFirstUpdateFetchesAllAndTheNextNothingButTheSignature() throws Exception {
        StoreUpdate.Result first = update();
        assertThat(first.changed()).isTrue();
        assertThat(first.whole()).isEqualTo(3);
        assertThat(first.bytes()).isEqualTo(server.sent());
        assertThat(day()).isZero();
        server.asked().clear();
        StoreUpdate.Result second = update();
        assertThat(second.changed()).isFalse();
        assertThat(server.asked()).containsExactly("index.json.sig");
        assertThat(second.bytes()).isLessThan(200);
    }

    @Test
    void aDayLaterPatchesComeAndNothingElse() throws Exception {
        long whole = update().bytes();
        Stores.publish(mirror, 1, key);
        StoreUpdate.Result result = update();
        assertThat(result.kept()).isEqualTo(1);
        assertThat(result.patched() + result.whole()).isEqualTo(2);
        assertThat(result.patched()).isPositive();
        assertThat(result.bytes()).isLessThan(whole / 3);
        assertThat(day()).isEqualTo(1);
        assertThat(notices).isEmpty();
    }

    @Test
    void whoMissedDaysFollowsThePatchesAndWhoMissedTooManyFetchesTheWhole() throws Exception {
        update();
        for (int day = 1; day <= 3; day++) {
            Stores.publish(mirror, day, key);
        }
        assertThat(update().patched()).isPositive();
        assertThat(day()).isEqualTo(3);
        StoreIndex last = Stores.publish(mirror, 4, key);
        for (int day = 5; day <= 5 + StorePatches.GENERATIONS; day++) {
            last = Stores.publish(mirror, day, key);
        }
        assertThat(last.patches()).hasSizeLessThanOrEqualTo(2 * StorePatches.GENERATIONS);
        assertThat(update().patched()).isZero();
        assertThat(day()).isEqualTo(5 + StorePatches.GENERATIONS);
    }

    @Test
    void aChangedIndexIsRefused() throws Exception {
        update();
        Stores.publish(mirror, 1, key);
        Path index = mirror.resolve(StoreIndex.FILE_NAME);
        Files.writeString(index, Files.readString(index).replace("CC0-1.0", "CC0-1.1"));
        refused("is not what key");
        assertThat(day()).isZero();
    }

    @Test
    void aChangedSignatureIsRefused() throws Exception {
        update();
        Stores.publish(mirror, 1, key);
        Path signature = mirror.resolve(StoreIndex.SIGNATURE_FILE_NAME);
        String text = Files.readString(signature);
        char[] changed = text.toCharArray();
        changed[60] = changed[60] == 'A' ? 'B' : 'A';
        Files.writeString(signature, new String(changed));
        refused("is not what key");
        Files.writeString(signature, "<html>");
        refused("is no signature");
        Files.write(signature, new byte[100_000]);
        refused("sends more than 16384 bytes");
        Files.delete(signature);
        refused("is not signed");
        assertThat(day()).isZero();
    }

    @Test
    void anotherKeyIsRefusedUntilItIsTrusted() throws Exception {
        update();
        Stores.publish(mirror, 1, Stores.key(folder, "other"));
        refused("which is not trusted");
        Files.copy(folder.resolve("other.pub"), folder.resolve("both.pub"));
        TrustedKeys keys =
                TrustedKeys.of(List.of(folder.resolve("key.pub"), folder.resolve("both.pub")));
        UpdateRules rules = new UpdateRules(Optional.of(keys), Optional.empty());
        new StoreUpdate(server.origin(), own, rules, notices::add).run(NOW);
        assertThat(day()).isEqualTo(1);
    }

    @Test
    void unsignedDataIsTakenOnlyWhereNobodyLooks() throws Exception {
        Files.delete(mirror.resolve(StoreIndex.SIGNATURE_FILE_NAME));
        assertThatThrownBy(this::update).hasMessageEndingWith("there is no data yet");
        UpdateRules rules = new UpdateRules(Optional.empty(), Optional.empty());
        assertThat(new StoreUpdate(server.origin(), own, rules, notices::add).run(NOW).key())
                .isEmpty();
        assertThat(day()).isZero();
    }

    @Test
    void aChangedSegmentIsRefused() throws Exception {
        update();
        StoreIndex index = Stores.publish(mirror, 1, key);
        for (SegmentInfo segment : index.segments()) {
            byte[] bytes = Files.readAllBytes(mirror.resolve(segment.fileName()));
            bytes[bytes.length / 2] ^= 1;
            Files.write(mirror.resolve(segment.fileName()), bytes);
        }
        index.patches().forEach(patch -> delete(mirror.resolve(patch.fileName())));
        refused("has another content in");
        assertThat(day()).isZero();
    }

    @Test
    void aSegmentCutShortOrMissingIsRefused() throws Exception {
        update();
        Stores.write(mirror, 1);
        Stores.sign(mirror, Files.readAllBytes(mirror.resolve(StoreIndex.FILE_NAME)), key);
        SegmentInfo epss = AdvisoryStore.readIndex(mirror).find("epss").orElseThrow();
        Path file = mirror.resolve(epss.fileName());
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        refused("not " + bytes.length + " as was announced");
        delete(file);
        refused("has no '" + epss.fileName() + "'");
        assertThat(day()).isZero();
    }

    @Test
    void aPatchThatDoesNotFitIsLeftOutForTheWholeSegment() throws Exception {
        update();
        StoreIndex index = Stores.publish(mirror, 1, key);
        assertThat(index.patches()).isNotEmpty();
        for (var patch : index.patches()) {
            byte[] bytes = Files.readAllBytes(mirror.resolve(patch.fileName()));
            bytes[bytes.length / 2] ^= 1;
            Files.write(mirror.resolve(patch.fileName()), bytes);
        }
        StoreUpdate.Result result = update();
        assertThat(result.patched()).isZero();
        assertThat(result.whole()).isEqualTo(2);
        assertThat(notices).anyMatch(each -> each.contains("is fetched whole"));
        assertThat(day()).isEqualTo(1);
    }

    @Test
    void olderDataIsRefusedUnlessAllowed() throws Exception {
        Path aside = folder.resolve("aside");
        Stores.publish(aside, 5, key);
        Instant inUse = AdvisoryStore.readIndex(aside).created();
        assertThatThrownBy(() -> update(Optional.of(inUse)))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageContaining("older than what is in use");
        assertThat(own).doesNotExist();
        update();
        assertThat(day()).isZero();
    }

    @Test
    void aDamagedStoreIsMended() throws Exception {
        update();
        for (SegmentInfo segment : AdvisoryStore.readIndex(own).segments()) {
            Files.write(own.resolve(segment.fileName()), new byte[] {1, 2, 3});
        }
        update();
        assertThat(day()).isZero();
        Files.writeString(own.resolve(StoreIndex.FILE_NAME), "{");
        update();
        assertThat(day()).isZero();
    }

    @Test
    void anUpdateThatBreaksAtAnyByteLeavesTheOldDataInUseAndGoesOnTheNextTime() throws Exception {
        update();
        Random random = new Random(4711);
        int broken = 0;
        for (int day = 1; day <= 50; day++) {
            Stores.write(mirror, day);
            Stores.sign(mirror, Files.readAllBytes(mirror.resolve(StoreIndex.FILE_NAME)), key);
            long all = AdvisoryStore.readIndex(mirror).find("epss").orElseThrow().size() + 2_000;
            server.breakAfter(random.nextLong(all));
            try {
                update();
            } catch (AdvisoryStoreException expected) {
                broken++;
                assertThat(day()).isEqualTo(day - 1);
            }
            server.heal();
            update();
            assertThat(day()).isEqualTo(day);
        }
        assertThat(broken).isGreaterThan(25);
        try (var files = Files.list(own)) {
            assertThat(files.filter(file -> file.toString().contains(".draft"))).isEmpty();
        }
    }

    @Test
    void whatHasComeDoesNotComeAgain() throws Exception {
        SegmentInfo epss = AdvisoryStore.readIndex(mirror).find("epss").orElseThrow();
        server.breakAfter(
                Files.size(mirror.resolve(StoreIndex.FILE_NAME))
                        + Files.size(mirror.resolve(StoreIndex.SIGNATURE_FILE_NAME))
                        + epss.size()
                        + AdvisoryStore.readIndex(mirror).find("eol").orElseThrow().size());
        assertThatThrownBy(this::update).isInstanceOf(AdvisoryStoreException.class);
        server.heal();
        server.asked().clear();
        update();
        assertThat(server.asked()).doesNotContain(epss.fileName());
        assertThat(day()).isZero();
    }

    private static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
