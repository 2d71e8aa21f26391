package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void oneIsSingularAndAllElsePlural() {
        assertThat(Words.count(1, "package")).isEqualTo("1 package");
        assertThat(Words.count(0, "package")).isEqualTo("0 packages");
        assertThat(Words.count(1, "vulnerability", "vulnerabilities")).isEqualTo("1 vulnerability");
        assertThat(Words.count(2, "vulnerability", "vulnerabilities"))
                .isEqualTo("2 vulnerabilities");
    }

    @Test
    void sizesAreDecimal() {
        assertThat(Words.size(0)).isEqualTo("0 B");
        assertThat(Words.size(999)).isEqualTo("999 B");
        assertThat(Words.size(1000)).isEqualTo("1.0 kB");
        assertThat(Words.size(181_234_567)).isEqualTo("181 MB");
        assertThat(Words.size(3_000_000_000_000_000L)).isEqualTo("3000 TB");
    }

    @Test
    void agesNeverLieInTheFuture() {
        assertThat(Words.age(SampleReports.TODAY.plusDays(3), SampleReports.TODAY))
                .isEqualTo("today's");
        assertThat(Words.age(SampleReports.TODAY.minusDays(1), SampleReports.TODAY))
                .isEqualTo("1 day old");
    }

    @Test
    void smallProbabilitiesAreNotShown() {
        assertThat(Words.epss(0.0099)).isEmpty();
        assertThat(Words.epss(0.125)).isEqualTo("EPSS 13 %");
    }
}
