package io.plimsoll.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// What holds for every cataloger, whatever the bytes: no exception, no endless run, the same result
/// twice, and nothing that points at another file. The test of each cataloger inherits it.
public abstract class CatalogerContractTest {
    private static final int MOST_CUTS = 2_000;
    private static final int FLIPPED_COPIES = 500;
    private static final int LONG_LINE = 10 * 1024 * 1024;

    /// The cataloger under test.
    protected abstract Cataloger cataloger();

    /// A well-formed file that yields at least one package and no problem.
    protected abstract TestFile sample() throws IOException;

    /// Whether the cataloger's files describe packages; if not, the sample yields something else.
    protected boolean findsPackages() {
        return true;
    }

    /// Whether the format states what it holds, so that a file cut short must not pass for a whole
    /// one.
    protected boolean showsTruncation() {
        return false;
    }

    @AfterEach
    void clearInterruption() {
        assertThat(Thread.interrupted()).isFalse();
    }

    @Test
    void hasAnIdAndARevision() {
        assertThat(cataloger().id()).matches("[a-z0-9]+(-[a-z0-9]+)*");
        assertThat(cataloger().revision()).isPositive();
    }

    @Test
    void wantsItsOwnSample() throws Exception {
        assertThat(Selection.wants(cataloger().selector(), sample().path())).isTrue();
    }

    @Test
    void theSampleIsReadWhole() throws Exception {
        Catalog catalog = read(sample());
        assertThat(catalog.problems()).isEmpty();
        assertThat(catalog).isNotEqualTo(Catalog.EMPTY);
        assertThat(catalog.packages().isEmpty()).isNotEqualTo(findsPackages());
    }

    @Test
    void theSameBytesGiveTheSameResult() throws Exception {
        assertThat(read(sample())).isEqualTo(read(sample()));
    }

    @Test
    void anEmptyFileHasNoPackages() throws Exception {
        assertThat(read(sample().withContent(new byte[0])).packages()).isEmpty();
    }

    @Test
    void randomBytesAreReadWithoutException() throws Exception {
        for (long seed = 1; seed <= 50; seed++) {
            Random random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(20_000)];
            random.nextBytes(bytes);
            read(sample().withContent(bytes));
        }
    }

    @Test
    void aFileOfOneByteRepeatedIsReadWithoutException() throws Exception {
        for (int value : new int[] {0, '\n', ' ', ':', 0x7f, 0xff}) {
            byte[] bytes = new byte[100_000];
            Arrays.fill(bytes, (byte) value);
            read(sample().withContent(bytes));
        }
    }

    @Test
    void aSampleCutShortIsReadWithoutException() throws Exception {
        byte[] bytes = sample().content();
        int whole = read(sample()).packages().size();
        int step = Math.max(10, bytes.length / MOST_CUTS);
        for (int length = 0; length < bytes.length; length += step) {
            Catalog catalog = read(sample().withContent(Arrays.copyOf(bytes, length)));
            if (showsTruncation() && length > 0 && catalog.packages().size() < whole) {
                assertThat(catalog.problems()).as("cut to %d bytes", length).isNotEmpty();
            }
        }
    }

    @Test
    void flippedBytesAreReadWithoutException() throws Exception {
        byte[] bytes = sample().content();
        for (long seed = 1; seed <= FLIPPED_COPIES; seed++) {
            Random random = new Random(seed);
            byte[] flipped = bytes.clone();
            int flips = 1 + random.nextInt(seed % 10 == 0 ? 1 + bytes.length / 20 : 8);
            for (int i = 0; i < flips; i++) {
                flipped[random.nextInt(flipped.length)] = (byte) random.nextInt();
            }
            read(sample().withContent(flipped));
        }
    }

    @Test
    void aLineOfTenMegabytesIsReadWithoutException() throws Exception {
        byte[] line = "x".repeat(LONG_LINE).getBytes(StandardCharsets.US_ASCII);
        read(sample().withContent(line));
        byte[] content = sample().content();
        byte[] both = Arrays.copyOf(content, content.length + line.length);
        System.arraycopy(line, 0, both, content.length, line.length);
        read(sample().withContent(both));
    }

    @Test
    void anInterruptedThreadStopsOrFinishes() throws Exception {
        Catalog undisturbed = read(sample());
        Thread.currentThread().interrupt();
        try {
            assertThat(cataloger().catalog(sample())).isEqualTo(undisturbed);
            assertThat(Thread.interrupted()).isTrue();
        } catch (InterruptedException _) {
            assertThat(Thread.currentThread().isInterrupted()).isFalse();
        }
    }

    private Catalog read(TestFile file) throws IOException, InterruptedException {
        Catalog catalog = cataloger().catalog(file);
        assertThat(catalog.problems())
                .allSatisfy(problem -> assertThat(problem.path()).startsWith(file.path()));
        assertThat(catalog.packages())
                .allSatisfy(found -> assertThat(found.evidence().file()).isEqualTo(file.path()));
        return catalog;
    }
}
