package io.plimsoll.version;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

final class NpmRangeTest {
    @ParameterizedTest
    @CsvFileSource(
            resources = "/ranges/npm.tsv",
            delimiter = '\t',
            emptyValue = "",
            ignoreLeadingAndTrailingWhitespace = false)
    void rangeHoldsWhatNpmSaysItHolds(String range, String version, boolean held)
            throws InvalidVersionException {
        assertThat(NpmRange.parse(range == null ? "" : range).contains(version)).isEqualTo(held);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "latest",
                ">",
                "^",
                "~",
                "1.2.3.4",
                "01.2.3",
                "1.2.3-01",
                "x.1",
                ">1.x.3",
                "1.2.3 -",
                "=>1.2.3",
                "1.2.3beta",
                "||>=",
                "git+ssh://example.org/a.git",
                "workspace:*",
                "<>1"
            })
    void textThatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> NpmRange.parse(text))
                .isInstanceOf(InvalidVersionException.class)
                .hasMessageContaining("npm range");
    }

    @Test
    void versionThatIsNoneIsRefusedNotOutside() throws InvalidVersionException {
        NpmRange everything = NpmRange.parse("*");

        assertThatThrownBy(() -> everything.contains("1.2"))
                .isInstanceOf(InvalidVersionException.class);
    }

    @Test
    void numbersOfAnyLengthAreCountedUp() throws InvalidVersionException {
        String nines = "9".repeat(100_000);
        NpmRange range = NpmRange.parse("^" + nines + ".0.0");

        assertThat(range.contains(nines + ".9.9")).isTrue();
        assertThat(range.contains("1" + "0".repeat(100_000) + ".0.0")).isFalse();
    }

    @Test
    void longExpressionsNeedNoStack() throws InvalidVersionException {
        assertThat(NpmRange.parse("1.0.0 || ".repeat(100_000) + "2.0.0").contains("2.0.0"))
                .isTrue();
        assertThat(NpmRange.parse(">=1.0.0 ".repeat(100_000)).contains("2.0.0")).isTrue();
    }
}
