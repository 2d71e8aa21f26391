package io.plimsoll.image.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.problem.BrokenStreamException;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.testkit.BlobCompression;
import io.plimsoll.testkit.ImageBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class DecompressorsTest {
    private static final byte[] TEXT = text();

    private static byte[] text() {
        Random random = new Random(11);
        byte[] text = new byte[300_000];
        for (int i = 0; i < text.length; i++) {
            text[i] = (byte) ('a' + random.nextInt(random.nextInt(25) + 1));
        }
        return text;
    }

    private static byte[] open(byte[] compressed, Limits limits) throws IOException {
        try (InputStream stream =
                Decompressors.open(new ByteArrayInputStream(compressed), limits, "blob")) {
            return stream.readAllBytes();
        }
    }

    private static byte[] open(byte[] compressed) throws IOException {
        return open(compressed, Limits.standard());
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    @ParameterizedTest
    @EnumSource
    void everyCompressionIsKnownByItsBytes(BlobCompression compression) throws Exception {
        assertThat(open(compression.compress(TEXT))).isEqualTo(TEXT);
        assertThat(open(compression.compress(new byte[0]))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void membersThatFollowOneAnotherAreOneStream(BlobCompression compression) throws Exception {
        byte[] one = compression.compress(TEXT);
        byte[] two = compression.compress(new byte[] {1, 2, 3});
        assertThat(open(concat(one, two))).isEqualTo(concat(TEXT, new byte[] {1, 2, 3}));
    }

    @ParameterizedTest
    @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
    void truncationAtEveryTenthByteIsSaid(BlobCompression compression) {
        byte[] compressed = compression.compress(Arrays.copyOf(TEXT, 3_000));
        for (int length = Compression.HEAD; length < compressed.length; length += 10) {
            byte[] cut = Arrays.copyOf(compressed, length);
            assertThatThrownBy(() -> open(cut)).isInstanceOf(BrokenStreamException.class);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"GZIP", "ZSTD", "XZ", "BZIP2"})
    void damageNeverEscapesAsAnotherException(BlobCompression compression) {
        byte[] compressed = compression.compress(Arrays.copyOf(TEXT, 3_000));
        Random random = new Random(5);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = compressed.clone();
            for (int i = 0; i <= round % 4; i++) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            try {
                open(damaged, Limits.standard().with(Limit.EXPANSION_RATIO, 10));
            } catch (BrokenStreamException | LimitExceededException expected) {
                assertThat(expected.getMessage()).isNotEmpty();
            } catch (IOException other) {
                throw new AssertionError("round " + round, other);
            }
        }
    }

    @Test
    void gzipChecksumIsVerified() {
        byte[] compressed = BlobCompression.GZIP.compress(TEXT);
        compressed[compressed.length - 6] ^= 1;
        assertThatThrownBy(() -> open(compressed))
                .isInstanceOf(BrokenStreamException.class)
                .hasMessageContaining("the checksum does not match the data");
    }

    @Test
    void zerosAfterGzipAreAllowedAndGarbageIsNot() throws Exception {
        byte[] compressed = BlobCompression.GZIP.compress(TEXT);
        assertThat(open(concat(compressed, new byte[70_000]))).isEqualTo(TEXT);
        assertThatThrownBy(() -> open(concat(compressed, new byte[] {0, 0, 7})))
                .hasMessageContaining("follows the padding");
        assertThatThrownBy(() -> open(concat(compressed, new byte[] {7})))
                .hasMessageContaining("follows a member");
    }

    @Test
    void gzipHeaderFieldsArePassedOver() throws Exception {
        byte[] plain = BlobCompression.GZIP.compress(TEXT);
        byte[] header = {
            0x1f, (byte) 0x8b, 8, 0x1e, 0, 0, 0, 0, 0, 0, 3, 0, 'x', 'y', 'z', 'n', 0, 'c', 0, 1, 2
        };
        assertThat(open(concat(header, Arrays.copyOfRange(plain, 10, plain.length))))
                .isEqualTo(TEXT);
    }

    @Test
    void expansionIsBounded() {
        byte[] bomb = BlobCompression.GZIP.compress(new byte[100 * 1024 * 1024]);
        Limits limits = Limits.standard().with(Limit.EXPANSION_RATIO, 100);
        assertThatThrownBy(() -> open(bomb, limits))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("--max-expansion-ratio");
    }

    @ParameterizedTest
    @CsvSource({
        "text-3.zst, ee91da24f071616c37850eb226b0f5bd4ff6d1efd29d2a27b077e9d5df7e0e50",
        "text-19.zst, ee91da24f071616c37850eb226b0f5bd4ff6d1efd29d2a27b077e9d5df7e0e50",
        "nocheck.zst, c13e229c017ba3edf7142e69fab82a0c746f6f8140f7fe4e005c41fd2c39031a",
        "chunked.zst, c13e229c017ba3edf7142e69fab82a0c746f6f8140f7fe4e005c41fd2c39031a",
        "tiny.zst, 984a7d37bc2b7ab8902c281fe69c7cedf152a10cec9c03463047eb296c61ba58",
        "zeros.zst, 4cbbd9be0cba685835755f827758705db5a413c5494c34262cd25946a73e7582",
        "far-match.zst, ce4fa618723c3ff7c837eabaf613147fdbb88f3a58ff3917ffc275d2a65733ff"
    })
    void framesOfTheZstdToolAreDecoded(String name, String sha256) throws Exception {
        byte[] compressed;
        try (InputStream stream =
                Objects.requireNonNull(DecompressorsTest.class.getResourceAsStream(name))) {
            compressed = stream.readAllBytes();
        }
        assertThat(ImageBuilder.digest(open(compressed)).hex()).isEqualTo(sha256);
    }

    @Test
    void zstdChecksumIsVerified() throws Exception {
        byte[] compressed;
        try (InputStream stream =
                Objects.requireNonNull(DecompressorsTest.class.getResourceAsStream("tiny.zst"))) {
            compressed = stream.readAllBytes();
        }
        compressed[compressed.length - 1] ^= 1;
        assertThatThrownBy(() -> open(compressed))
                .isInstanceOf(BrokenStreamException.class)
                .hasMessageContaining("the checksum does not match the data");
    }

    @Test
    void zstdWindowAbove128MibIsUnsupported() {
        byte[] frame = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd, 0, (byte) 0x90, 1, 0, 0};
        assertThatThrownBy(() -> open(frame))
                .isInstanceOfSatisfying(
                        BrokenStreamException.class,
                        broken -> assertThat(broken.kind()).isEqualTo(ProblemKind.UNSUPPORTED));
    }
}
