package io.plimsoll.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ExpansionTest {
    private static final Map<String, String> VARIABLES =
            Map.of("v", "value", "empty", "", "p", "foo/bar/baz.tar.gz", "lines", "ab\ncd");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "$v|value",
                "${v}s|values",
                "a$v-b|avalue-b",
                "$none|~~",
                "${none:-x}|x",
                "${empty:-x}|x",
                "${empty-x}|~~",
                "${none-x$v}|xvalue",
                "${v:+x}|x",
                "${empty:+x}|~~",
                "${empty+x}|x",
                "${none+x}|~~",
                "${v:?no}|value",
                "\\$v|$v",
                "'$v'|$v",
                "\"$v\"|value",
                "\"\\$v\\a\"|$v\\a",
                "a\\ b|a b",
                "$|$",
                "$1x|x",
                "${p#*/}|bar/baz.tar.gz",
                "${p##*/}|baz.tar.gz",
                "${p%.*}|foo/bar/baz.tar",
                "${p%%.*}|foo/bar/baz",
                "${p%x}|foo/bar/baz.tar.gz",
                "${p/ba?/X}|foo/X/baz.tar.gz",
                "${p//ba?/X}|foo/X/X.tar.gz",
                "${p/\\//-}|foo-bar/baz.tar.gz",
                "${p//\\//-}|foo-bar-baz.tar.gz",
                "${p/b*z/X}|foo/X",
                "${p/#/}|foo/bar/baz.tar.gz",
                "${none:-${empty:-${v}}}|value"
            })
    void wordsAreExpanded(String word, String expected) {
        Expansion expansion = Expansion.of(word, '\\', VARIABLES);
        assertThat(expansion.problem()).isEmpty();
        assertThat(expansion.text()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "${v",
                "${}",
                "${{v}}",
                "${v:#x}",
                "${v^^}",
                "${none?}",
                "${none:?why}",
                "'",
                "\"",
                "${v/a}",
                "${v#\\q}"
            })
    void whatDoesNotHoldIsSaid(String word) {
        Expansion expansion = Expansion.of(word, '\\', VARIABLES);
        assertThat(expansion.problem()).isNotEmpty();
        assertThat(expansion.text()).isEqualTo(word);
    }

    @Test
    void variablesWithoutAValueAreNamed() {
        assertThat(Expansion.of("$b/${a}${c:-x}", '\\', Map.of()).missing())
                .containsExactly("a", "b");
    }

    @Test
    void theBacktickEscapes() {
        assertThat(Expansion.of("C:\\x`$v", '`', VARIABLES).text()).isEqualTo("C:\\x$v");
    }

    @Test
    void quotesOfADocumentAreNoQuotes() {
        assertThat(Expansion.ofContent("it's '$v'", VARIABLES).text()).isEqualTo("it's 'value'");
    }

    @Test
    void aStarDoesNotCrossALineBreak() {
        assertThat(Expansion.of("${lines/*/X}", '\\', VARIABLES).text()).isEqualTo("X\ncd");
    }

    @Test
    void nestingAndGrowthHaveBounds() {
        String deep = "${a:-".repeat(100_000) + "}".repeat(100_000);
        assertThat(Expansion.of(deep, '\\', Map.of()).problem()).contains("inside one another");
        String large = "x".repeat(600_000);
        assertThat(Expansion.of("$a$a", '\\', Map.of("a", large)).problem()).contains("characters");
        assertThat(Expansion.of("${a//x/xx}", '\\', Map.of("a", large)).problem())
                .contains("characters");
    }
}
