package io.plimsoll.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PurlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "pkg:npm/lodash@4.17.15",
                "pkg:npm/%40angular/core@1.0.0",
                "pkg:maven/org.acme/a@1?classifier=x&type=jar",
                "pkg:deb/debian/x@1:2-3~b%2Bc?arch=amd64&distro=debian-12",
                "pkg:golang/github.com/a/b@v1#sub/dir",
                "pkg:generic/%C3%BC%20%2F@%25"
            })
    void canonicalTextsReadBackAsTheyWere(String text) {
        assertThat(Purl.parse(text)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({
        "PKG:NPM/lodash, pkg:npm/lodash",
        "pkg://npm//lodash, pkg:npm/lodash",
        "pkg:npm/@angular/core@1, pkg:npm/%40angular/core@1",
        "pkg:deb/x@1%3A2, pkg:deb/x@1:2",
        "pkg:deb/x?b=1&A=2&c=, pkg:deb/x?a=2&b=1",
        "pkg:golang/a//b/#/c//d/, pkg:golang/a/b#c/d"
    })
    void otherSpellingsBecomeCanonical(String text, String canonical) {
        assertThat(Purl.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "npm/lodash",
                "pkg:",
                "pkg:npm",
                "pkg:npm/",
                "pkg:/npm",
                "pkg:npm/%",
                "pkg:npm/%4",
                "pkg:npm/%zz",
                "pkg:npm/a@%4"
            })
    void whatIsNoPurlIsRefusedWithTheText(String text) {
        assertThatThrownBy(() -> Purl.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + text + "'");
    }

    @Test
    void partsAreDecoded() {
        Purl purl = Purl.parse("pkg:npm/%40a/b%2Fc@1%2B2?q=%C3%BC#d%20e");
        assertThat(purl.namespace()).isEqualTo("@a");
        assertThat(purl.name()).isEqualTo("b/c");
        assertThat(purl.version()).isEqualTo("1+2");
        assertThat(purl.qualifiers()).containsEntry("q", "\u00fc");
        assertThat(purl.subpath()).isEqualTo("d e");
    }

    @Test
    void percentEncodingAtTheEndOfAPartIsDecoded() {
        assertThat(Purl.parse("pkg:npm/a@1%2B").version()).isEqualTo("1+");
        assertThat(Purl.parse("pkg:npm/%40").name()).isEqualTo("@");
    }

    @Test
    void emptyPartsAreRefused() {
        assertThatThrownBy(() -> new Purl("", "", "a", "", new TreeMap<>(), ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Purl("npm", "", "", "", new TreeMap<>(), ""))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
