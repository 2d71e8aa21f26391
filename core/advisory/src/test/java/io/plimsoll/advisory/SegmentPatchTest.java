package io.plimsoll.advisory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Epss;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class SegmentPatchTest {
    private final Random random = new Random(7);

    @Test
    void aPatchMakesTheNewerSegmentAndIsAFractionOfIt() {
        Map<String, Epss> scores = scores(20_000);
        byte[] older = FactSegmentWriter.epss(scores);
        for (int i = 0; i < 50; i++) {
            scores.put("CVE-2026-" + (50_000 + i), score());
            scores.put("CVE-2001-" + random.nextInt(20_000), score());
        }
        byte[] newer = FactSegmentWriter.epss(scores);
        byte[] patch = SegmentPatch.between(older, newer).orElseThrow();
        assertThat(SegmentPatch.apply(older, patch)).isEqualTo(newer);
        assertThat(patch.length).isLessThan(newer.length / 20);
    }

    @Test
    void anythingCanBeMadeOfAnything() {
        byte[][] segments = {
            FactSegmentWriter.epss(Map.of()),
            FactSegmentWriter.epss(scores(3)),
            FactSegmentWriter.epss(scores(5_000)),
            FactSegmentWriter.kev(Map.of("CVE-2021-44228", LocalDate.of(2021, 12, 10))),
            FactSegmentWriter.vulnerabilities(Map.of("CVE-1999-1", VulnerabilityFacts.NONE)),
            new AdvisorySegmentWriter().toByteArray(),
        };
        for (byte[] older : segments) {
            for (byte[] newer : segments) {
                byte[] patch = SegmentPatch.between(older, newer).orElseThrow();
                assertThat(SegmentPatch.apply(older, patch)).isEqualTo(newer);
            }
        }
    }

    @Test
    void whatIsNoSegmentHasNoPatch() {
        byte[] segment = FactSegmentWriter.epss(scores(3));
        assertThat(SegmentPatch.between(segment, new byte[5])).isEmpty();
        assertThat(SegmentPatch.between(new byte[0], segment)).isEmpty();
    }

    @Test
    void aPatchCutShortAnywhereIsMalformed() {
        byte[] older = FactSegmentWriter.epss(scores(400));
        byte[] patch =
                SegmentPatch.between(older, FactSegmentWriter.epss(scores(500))).orElseThrow();
        for (int length = 0; length < patch.length; length += 7) {
            byte[] cut = Arrays.copyOf(patch, length);
            assertThatThrownBy(() -> SegmentPatch.apply(older, cut))
                    .as("%s bytes", length)
                    .isInstanceOf(MalformedSegmentException.class);
        }
    }

    @Test
    void aDamagedPatchIsMalformedOrMakesAnotherSegment() {
        byte[] older = FactSegmentWriter.epss(scores(400));
        byte[] newer = FactSegmentWriter.epss(scores(500));
        byte[] patch = SegmentPatch.between(older, newer).orElseThrow();
        int malformed = 0;
        for (int i = 0; i < 500; i++) {
            byte[] damaged = patch.clone();
            damaged[random.nextInt(patch.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                SegmentPatch.apply(older, damaged);
            } catch (MalformedSegmentException expected) {
                malformed++;
            }
        }
        assertThat(malformed).isPositive();
    }

    private Map<String, Epss> scores(int count) {
        Map<String, Epss> scores = new HashMap<>();
        for (int i = 0; i < count; i++) {
            scores.put("CVE-2001-" + i, score());
        }
        return scores;
    }

    private Epss score() {
        return new Epss(random.nextInt(100_000) / 1e5, random.nextInt(100_000) / 1e5);
    }

    @Test
    void anAnnouncedSizeBelowZeroIsMalformed() {
        ByteReader negative = new ByteReader(new byte[] {-1, -1, -1, -1, 0});
        assertThatThrownBy(() -> negative.skip(negative.readInt()))
                .isInstanceOf(MalformedSegmentException.class);
        byte[] varint = {-1, -1, -1, -1, -1, -1, -1, -1, -1, 1};
        assertThatThrownBy(() -> new ByteReader(varint).readCount())
                .isInstanceOf(MalformedSegmentException.class);
    }
}
