package io.plimsoll.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.Entries;
import io.plimsoll.image.EntryVisitor;
import io.plimsoll.image.LayerDescription;
import io.plimsoll.image.LayerResult;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class StoredLayerTest {
    private static final EntryVisitor NOBODY = entry -> {};
    private static final byte[] TAR =
            new TarBuilder()
                    .directory("etc")
                    .file("etc/a", "x".repeat(3_000))
                    .file("etc/b", new byte[20_000])
                    .build();

    private static Promise promise(byte[] tar, byte[] blob) {
        return new Promise(
                Optional.of(ImageBuilder.digest(blob)),
                OptionalLong.of(blob.length),
                Optional.of(ImageBuilder.digest(tar)),
                Optional.empty());
    }

    private static StoredLayer layer(Promise promise, Blob blob, Limits limits) {
        LayerDescription description =
                new LayerDescription(
                        promise.diffId(), promise.digest(), blob.size(), "", "", "layer 1 of 1");
        return new StoredLayer(description, promise, blob, limits);
    }

    private static StoredLayer layer(byte[] tar, byte[] blob) {
        return layer(promise(tar, blob), new MemoryBlob(blob, true), Limits.standard());
    }

    private static LayerResult read(StoredLayer layer) throws IOException, InterruptedException {
        return layer.read(NOBODY, bytes -> {});
    }

    @ParameterizedTest
    @EnumSource
    void everyCompressionGivesTheSameEntriesAndHoldsItsPromises(BlobCompression compression)
            throws Exception {
        byte[] blob = compression.compress(TAR);
        for (boolean mapped : new boolean[] {true, false}) {
            Entries entries = new Entries();
            long[] passed = {0};
            StoredLayer layer =
                    layer(promise(TAR, blob), new MemoryBlob(blob, mapped), Limits.standard());
            LayerResult result = layer.read(entries, bytes -> passed[0] += bytes);
            assertThat(entries.paths()).containsExactly("/etc", "/etc/a", "/etc/b");
            assertThat(result)
                    .isEqualTo(
                            new LayerResult(
                                    Optional.of(ImageBuilder.digest(TAR)),
                                    TAR.length,
                                    List.of(),
                                    true));
            assertThat(passed[0]).isEqualTo(blob.length);
        }
    }

    @Test
    void whiteoutsAreToldByTheirTarget() throws Exception {
        byte[] tar =
                new TarBuilder()
                        .whiteout("etc/gone")
                        .whiteout("top")
                        .opaque("var/lib")
                        .file(".wh..wh.plnk/1.2", "aufs")
                        .file("a/.wh..wh.aufs", "aufs")
                        .build();
        Entries entries = new Entries();
        assertThat(layer(tar, tar).read(entries, bytes -> {}).problems()).isEmpty();
        assertThat(entries.lines())
                .containsExactly(
                        "WHITEOUT /etc/gone 0 644", "WHITEOUT /top 0 644", "OPAQUE /var/lib 0 644");
    }

    @Test
    void whiteoutsWithoutATargetAreMalformed() throws Exception {
        byte[] tar = new TarBuilder().whiteout("etc/").whiteout("etc/..").build();
        LayerResult result = read(layer(tar, tar));
        assertThat(result.problems())
                .extracting(Problem::kind)
                .containsExactly(ProblemKind.MALFORMED, ProblemKind.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void eachBrokenPromiseIsAMismatch(boolean compressed) throws Exception {
        byte[] blob = (compressed ? BlobCompression.GZIP : BlobCompression.NONE).compress(TAR);
        Digest other = ImageBuilder.digest(new byte[1]);
        Promise good = promise(TAR, blob);
        Optional<Digest> wrong = Optional.of(other);
        Promise[] bad = {
            new Promise(wrong, good.size(), good.diffId(), Optional.empty()),
            new Promise(good.digest(), OptionalLong.of(7), good.diffId(), Optional.empty()),
            new Promise(good.digest(), good.size(), wrong, Optional.empty()),
            new Promise(good.digest(), good.size(), good.diffId(), wrong)
        };
        for (Promise promise : bad) {
            StoredLayer layer = layer(promise, new MemoryBlob(blob, true), Limits.standard());
            LayerResult result = read(layer);
            assertThat(result.verified()).isFalse();
            assertThat(result.problems())
                    .extracting(Problem::kind)
                    .containsExactly(ProblemKind.MISMATCH);
        }
    }

    @Test
    void digestsOfAnotherAlgorithmAreVerified() throws Exception {
        Digest digest = Hash.of(TAR, "sha512");
        Promise promise =
                new Promise(
                        Optional.of(digest),
                        OptionalLong.empty(),
                        Optional.of(ImageBuilder.digest(TAR)),
                        Optional.empty());
        for (boolean mapped : new boolean[] {true, false}) {
            LayerResult result =
                    read(layer(promise, new MemoryBlob(TAR, mapped), Limits.standard()));
            assertThat(result.verified()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void flippedBitIsNeverVerified(BlobCompression compression) throws Exception {
        byte[] blob = compression.compress(TAR);
        Promise promise = promise(TAR, blob);
        for (int at = 0; at < blob.length; at += 1 + blob.length / 50) {
            byte[] damaged = blob.clone();
            damaged[at] ^= 4;
            LayerResult result =
                    read(layer(promise, new MemoryBlob(damaged, true), Limits.standard()));
            assertThat(result.verified()).isFalse();
            assertThat(result.problems()).isNotEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void truncationAtEveryTenthByteIsNeverVerified(BlobCompression compression) throws Exception {
        byte[] blob = compression.compress(TAR);
        Promise promise = promise(TAR, blob);
        for (int length = 0; length < blob.length; length += 10) {
            byte[] cut = Arrays.copyOf(blob, length);
            LayerResult result = read(layer(promise, new MemoryBlob(cut, true), Limits.standard()));
            assertThat(result.verified()).isFalse();
        }
    }

    @Test
    void bytesBehindTheArchiveBelongToTheDigest() throws Exception {
        byte[] tar = Arrays.copyOf(TAR, TAR.length + 5_000);
        tar[tar.length - 1] = 1;
        byte[] blob = BlobCompression.GZIP.compress(tar);
        assertThat(read(layer(tar, blob)).verified()).isTrue();
        assertThat(read(layer(tar, tar)).verified()).isTrue();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void layerThatWasBuiltBrokenKeepsItsDigest(BlobCompression compression) throws Exception {
        byte[] tar = TAR.clone();
        tar[512] ^= 1;
        LayerResult result = read(layer(tar, compression.compress(tar)));
        assertThat(result.verified()).isFalse();
        assertThat(result.diffId()).contains(ImageBuilder.digest(tar));
        assertThat(result.problems())
                .extracting(Problem::reason)
                .containsExactly("tar, byte 512: header checksum is wrong: this is no tar header");
    }

    @Test
    void expansionBombEndsTheLayer() throws Exception {
        byte[] tar = new TarBuilder().file("zeros", new byte[90 * 1024 * 1024]).build();
        byte[] blob = BlobCompression.GZIP.compress(tar);
        Limits limits = Limits.standard().with(Limit.EXPANSION_RATIO, 50);
        LayerResult result = read(layer(promise(tar, blob), new MemoryBlob(blob, true), limits));
        assertThat(result.verified()).isFalse();
        assertThat(result.diffId()).isEmpty();
        assertThat(result.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    @Test
    void limitOfEntriesLeavesTheEntriesBeforeIt() throws Exception {
        Limits limits = Limits.standard().with(Limit.ENTRIES, 2);
        LayerResult result = read(layer(promise(TAR, TAR), new MemoryBlob(TAR, true), limits));
        assertThat(result.verified()).isTrue();
        assertThat(result.problems()).extracting(Problem::kind).containsExactly(ProblemKind.LIMIT);
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void visitorsOwnFailureIsPassedOn(BlobCompression compression) {
        StoredLayer layer = layer(TAR, compression.compress(TAR));
        IOException own = new IOException("disk full");
        assertThatThrownBy(() ->
                        layer.read(
                                entry -> {
                                    throw own;
                                },
                                bytes -> {}))
                .isSameAs(own);
    }

    @Test
    void failureOfTheStreamThatAVisitorWrapsIsAProblem() throws Exception {
        byte[] blob = BlobCompression.GZIP.compress(TAR);
        byte[] cut = Arrays.copyOf(blob, blob.length / 2);
        StoredLayer layer = layer(promise(TAR, blob), new MemoryBlob(cut, true), Limits.standard());
        LayerResult result =
                layer.read(
                        entry -> {
                            try {
                                entry.stream().readAllBytes();
                            } catch (IOException broken) {
                                throw new IOException(
                                        "could not catalog", new UncheckedIOException(broken));
                            }
                        },
                        bytes -> {});
        assertThat(result.verified()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(names = {"NONE", "GZIP"})
    void interruptionEndsTheReading(BlobCompression compression) {
        StoredLayer layer = layer(TAR, compression.compress(TAR));
        assertThatThrownBy(() ->
                        layer.read(
                                entry -> {
                                    Thread.currentThread().interrupt();
                                    entry.stream().readAllBytes();
                                },
                                bytes -> {}))
                .isInstanceOf(InterruptedException.class);
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void largeMappedLayerIsDigestedBesideTheWalk() throws Exception {
        byte[] tar = new TarBuilder().file("big", new byte[5_000_000]).build();
        assertThat(read(layer(tar, tar)).verified()).isTrue();
        byte[] damaged = tar.clone();
        damaged[4_000_000] = 1;
        assertThat(read(layer(tar, damaged)).verified()).isFalse();
    }

    @Test
    void problemsCarryTheDiffId() throws Exception {
        byte[] tar = new TarBuilder().file("../x", "").build();
        assertThat(read(layer(tar, tar)).problems().getFirst().layer())
                .contains(ImageBuilder.digest(tar));
    }

    @Test
    void manyBadEntriesAreCountedAndNotListed() throws Exception {
        TarBuilder tar = new TarBuilder();
        for (int i = 0; i < 1_200; i++) {
            tar.rawHeader("../" + i, '0', "0", "");
        }
        LayerResult result = read(layer(tar.build(), tar.build()));
        assertThat(result.problems()).hasSize(1_001);
        assertThat(result.problems().getLast().reason())
                .isEqualTo("200 more problems of this kind are not listed");
    }
}
