package io.plimsoll.image.layer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.SequenceInputStream;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReadAheadTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 262_143, 262_144, 262_145, 3_000_000})
    void everyByteComesThrough(int size) throws Exception {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        try (ReadAhead ahead = ReadAhead.start(new ByteArrayInputStream(bytes))) {
            assertThat(ahead.readAllBytes()).isEqualTo(bytes);
            assertThat(ahead.read()).isEqualTo(-1);
        }
    }

    @Test
    void aFailureComesAtItsPlaceAndIsTheSameObject() throws Exception {
        IOException failure = new IOException("the disk is gone");
        InputStream source =
                new SequenceInputStream(
                        new ByteArrayInputStream(new byte[700_000]), new Failing(failure));
        try (ReadAhead ahead = ReadAhead.start(source)) {
            assertThat(ahead.readNBytes(700_000)).hasSize(700_000);
            assertThatThrownBy(ahead::read).isSameAs(failure);
            assertThatThrownBy(ahead::read).isSameAs(failure);
        }
    }

    @Test
    void closingEarlyEndsTheThreadBeforeTheSourceIsClosed() throws Exception {
        CountDownLatch closed = new CountDownLatch(1);
        InputStream endless =
                new InputStream() {
                    @Override
                    public int read() {
                        return 7;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        assertThat(closed.getCount()).isEqualTo(1);
                        bytes[offset] = 7;
                        return 1;
                    }

                    @Override
                    public void close() {
                        closed.countDown();
                    }
                };
        ReadAhead ahead = ReadAhead.start(endless);
        assertThat(ahead.read()).isEqualTo(7);
        ahead.close();
        assertThat(closed.getCount()).isZero();
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().equals("plimsoll-inflate"));
    }

    @Test
    void anInterruptedReaderIsToldSo() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        InputStream stuck =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        try {
                            never.await();
                        } catch (InterruptedException unexpected) {
                            throw new IOException(unexpected);
                        }
                        return -1;
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        return read();
                    }
                };
        ReadAhead ahead = ReadAhead.start(stuck);
        Thread.currentThread().interrupt();
        assertThatThrownBy(ahead::read).isInstanceOf(InterruptedIOException.class);
        assertThat(Thread.interrupted()).isTrue();
        never.countDown();
        ahead.close();
    }

    private static final class Failing extends InputStream {
        private final IOException failure;

        Failing(IOException failure) {
            this.failure = failure;
        }

        @Override
        public int read() throws IOException {
            throw failure;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            throw failure;
        }
    }
}
