package io.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ValuesTest {
    private static final String HEX = "0123456789abcdef".repeat(4);

    @Test
    void digestsReadBackAsTheyWere() {
        assertThat(Digest.parse("sha256:" + HEX)).hasToString("sha256:" + HEX);
        assertThat(Digest.parse("SHA512:" + HEX + HEX)).hasToString("sha512:" + HEX + HEX);
        assertThat(Digest.ofSha256(new byte[32]).hex()).isEqualTo("0".repeat(64));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "sha256", "sha256:", "sha256:abc", "md5:0123", ":", "sha512:00"})
    void otherTextsAreNoDigests(String text) {
        assertThat(Digest.tryParse(text)).isEmpty();
        assertThatThrownBy(() -> Digest.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void digestsAreLowerCaseHexadecimal() {
        assertThat(Digest.tryParse("sha256:" + HEX.replace('a', 'A'))).isEmpty();
        assertThat(Digest.tryParse("sha256:" + HEX.replace('a', 'g'))).isEmpty();
    }

    @Test
    void limitsNameTheirFlags() {
        assertThat(Limit.ENTRY_SIZE.flag()).isEqualTo("--max-entry-size");
        assertThat(Limit.JSON_DEPTH.standard()).isEqualTo(200);
        for (Limit limit : Limit.values()) {
            assertThat(limit.standard()).isPositive();
            assertThat(limit.flag()).matches("--max-[a-z-]+");
            assertThat(limit.unit()).isNotEmpty();
        }
    }

    @Test
    void aLimitIsExceededByWhatIsAboveItOnly() {
        Limits limits = Limits.standard().with(Limit.LAYERS, 3);
        assertThatCode(() -> limits.check(Limit.LAYERS, 3, "image")).doesNotThrowAnyException();
        assertThatThrownBy(() -> limits.check(Limit.LAYERS, 4, "the image"))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("--max-layers")
                .hasMessageContaining("the image");
        assertThat(Limits.standard().of(Limit.LAYERS)).isEqualTo(Limit.LAYERS.standard());
        assertThatThrownBy(() -> limits.with(Limit.LAYERS, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("--max-layers");
    }

    @ParameterizedTest
    @CsvSource({
        "Critical, CRITICAL",
        "important, HIGH",
        "MODERATE, MEDIUM",
        "low, LOW",
        "unimportant, NEGLIGIBLE",
        "none, NEGLIGIBLE"
    })
    void publishersHaveTheirOwnWordsForSeverities(String word, Severity severity) {
        assertThat(Severity.ofWord(word)).contains(severity);
    }

    @ParameterizedTest
    @CsvSource({
        "10, CRITICAL",
        "9.0, CRITICAL",
        "8.9, HIGH",
        "7.0, HIGH",
        "6.9, MEDIUM",
        "4.0, MEDIUM",
        "3.9, LOW",
        "0.1, LOW",
        "0, NEGLIGIBLE"
    })
    void scoresMeanSeverities(double score, Severity severity) {
        assertThat(Severity.ofScore(score)).isEqualTo(severity);
    }

    @Test
    void severitiesAreOrderedTheWorstFirst() {
        assertThat(Severity.CRITICAL.isAtLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.HIGH.isAtLeast(Severity.HIGH)).isTrue();
        assertThat(Severity.LOW.isAtLeast(Severity.MEDIUM)).isFalse();
        assertThat(Severity.ofWord("untriaged")).isEmpty();
    }

    @Test
    void packageTypesAreFoundByTheirPurlNames() {
        for (PackageType type : PackageType.values()) {
            assertThat(PackageType.ofPurlType(type.name())).contains(type);
        }
        assertThat(PackageType.ofPurlType("swift")).isEmpty();
    }
}
