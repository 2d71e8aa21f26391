package io.plimsoll.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// CycloneDX in XML.
final class CycloneDxXmlTest {
    private static final String BOM = "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.5\">";
    private static final String DOCUMENT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!-- made by hand -->
            <bom xmlns="http://cyclonedx.org/schema/bom/1.5" version="1">
              <metadata><component type="container" bom-ref="r"><name>image</name></component></metadata>
              <components>
                <component type="operating-system" bom-ref="os">
                  <name>debian</name><version>12</version>
                </component>
                <component type="library" bom-ref="a">
                  <group>org.acme</group><name>a &amp; b</name><version>1.0</version>
                  <hashes><hash alg="MD5">0</hash></hashes>
                  <licenses><license><id>MIT</id></license></licenses>
                  <purl>
                    pkg:maven/org.acme/a@1.0
                  </purl>
                  <components>
                    <component type="library" bom-ref="b"><name>b</name><version>2</version>
                      <licenses><expression>MIT OR ISC</expression></licenses>
                      <purl><![CDATA[pkg:npm/b@2]]></purl></component>
                  </components>
                </component>
              </components>
              <dependencies>
                <dependency ref="a"><dependency ref="b"/></dependency>
                <dependency ref="b"><dependency ref="a"/></dependency>
              </dependencies>
            </bom>
            """;

    @Test
    void componentsAndTheirDependenciesAreRead() throws IOException {
        Sbom sbom = Read.of(DOCUMENT);
        assertThat(Read.purls(sbom)).containsExactly("pkg:maven/org.acme/a@1.0", "pkg:npm/b@2");
        assertThat(sbom.components().getFirst().name()).isEqualTo("org.acme/a & b");
        assertThat(sbom.components().getFirst().licenses()).containsExactly("MIT");
        assertThat(sbom.components().get(1).licenses()).containsExactly("MIT OR ISC");
        assertThat(sbom.dependsOn())
                .containsEntry("a", List.of("b"))
                .containsEntry("b", List.of("a"));
        assertThat(sbom.distribution().id()).isEqualTo("debian");
        assertThat(sbom.distribution().versionId()).isEqualTo("12");
    }

    @Test
    void documentTypesAreRefusedWithTheirLine() {
        String bomb =
                "<?xml version=\"1.0\"?>\n<!DOCTYPE bom [<!ENTITY a \"aaaa\"><!ENTITY b"
                        + " \"&a;&a;&a;\">]>\n"
                        + BOM
                        + "<components><component><name>&b;</name></component></components></bom>";
        assertThatThrownBy(() -> Read.of(bomb))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("document type");
        String file = bomb.replace("\"aaaa\"", "SYSTEM \"file:///etc/passwd\"");
        assertThatThrownBy(() -> Read.of(file)).hasMessageContaining("document type");
    }

    @Test
    void entitiesThatNobodyDeclaredAreRefused() {
        String text =
                BOM + "<components><component><name>&b;</name></component></components></bom>";
        assertThatThrownBy(() -> Read.of(text))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("line 1");
    }

    @Test
    void deepNestingIsRefusedBeforeTheStackEnds() {
        String deep = BOM + "<components>" + "<component><components>".repeat(100_000);
        assertThatThrownBy(() -> Read.of(deep))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("200 elements inside one another");
        assertThatThrownBy(() -> Read.of(BOM + "<x>".repeat(100_000)))
                .hasMessageContaining("200 elements inside one another");
    }

    @Test
    void anotherXmlIsNamedAsSuch() {
        assertThatThrownBy(() -> Read.of("<html><body/></html>"))
                .hasMessageContaining("no <bom> of CycloneDX");
    }

    @Test
    void everythingCutShortIsRefused() {
        String whole = DOCUMENT.strip();
        for (int length = 50; length < whole.length(); length += 10) {
            String cut = whole.substring(0, length);
            assertThatThrownBy(() -> Read.of(cut)).isInstanceOf(SbomFormatException.class);
        }
    }

    @Test
    void aLongTextIsReadWhole() throws IOException {
        String purl = "pkg:npm/" + "a".repeat(1_000_000) + "@1";
        Sbom sbom =
                Read.of(
                        BOM
                                + "<components><component type=\"library\"><name>a</name><purl>"
                                + purl
                                + "</purl></component></components></bom>");
        assertThat(Read.purls(sbom)).containsExactly(purl);
    }
}
