package io.plimsoll.image.compress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.image.problem.BrokenStreamException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Both ways to decompress give the same, whatever the pieces in which the bytes come.
final class InflationTest {
    private static final long LARGE = IsalInflation.WORTHWHILE;
    private static final int MEMBERS = 40;

    @Test
    void theSystemsLibraryIsUsedForLargeStreams() {
        // `make setup` installs it where tests run.
        assertThat(Inflation.forSize(LARGE)).isInstanceOf(IsalInflation.class);
        assertThat(Inflation.forSize(0)).isInstanceOf(JdkInflation.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 8, 9, 63, 4096, 65_536})
    void membersOfAnyKindComeOutInPiecesOfAnySize(int piece) throws Exception {
        Random random = new Random(piece);
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        for (int i = 0; i < MEMBERS; i++) {
            byte[] bytes = content(random, i);
            plain.write(bytes);
            packed.write(gzip(bytes));
        }
        for (long size : new long[] {0, LARGE}) {
            InputStream in = new Pieces(packed.toByteArray(), piece);
            try (GzipStream stream = new GzipStream(in, size)) {
                assertThat(stream.readAllBytes()).isEqualTo(plain.toByteArray());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, LARGE})
    void eachFlippedBitAndEachCutIsNoticed(long size) throws Exception {
        byte[] packed = gzip(content(new Random(1), 3));
        Random random = new Random(2);
        for (int i = 0; i < 400; i++) {
            byte[] damaged = packed.clone();
            // Flags, time and system in the header are not covered by a checksum.
            int at = 10 + random.nextInt(packed.length - 10);
            damaged[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            assertThatThrownBy(() -> readAll(damaged, damaged.length, size))
                    .isInstanceOf(BrokenStreamException.class);
            int cut = 10 + random.nextInt(packed.length - 10);
            assertThatThrownBy(() -> readAll(packed, cut, size))
                    .isInstanceOf(BrokenStreamException.class);
        }
    }

    private static byte[] readAll(byte[] packed, int length, long size) throws IOException {
        InputStream in = new ByteArrayInputStream(packed, 0, length);
        try (GzipStream stream = new GzipStream(in, size)) {
            return stream.readAllBytes();
        }
    }

    /// Empty, random, repetitive and mixed.
    private static byte[] content(Random random, int kind) {
        byte[] bytes = new byte[kind % 5 == 0 ? 0 : random.nextInt(200_000)];
        random.nextBytes(bytes);
        for (int i = 0; i < bytes.length; i++) {
            boolean mild = kind % 5 == 2 || (kind % 5 == 3 && i % 1000 < 700);
            bytes[i] = mild ? (byte) "abc".charAt(i % 3) : bytes[i];
            bytes[i] = kind % 5 == 4 ? (byte) (bytes[i] & 0x0f) : bytes[i];
        }
        return bytes;
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /// Gives a few bytes at a time.
    private static final class Pieces extends FilterInputStream {
        private final int piece;

        Pieces(byte[] bytes, int piece) {
            super(new ByteArrayInputStream(bytes));
            this.piece = piece;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return in.read(bytes, offset, Math.min(length, piece));
        }
    }
}
