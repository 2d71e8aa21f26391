package io.plimsoll.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.SourcePackage;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/// SPDX of both versions and in all spellings.
final class SpdxTest {
    private static final String JSON =
            """
            {"spdxVersion":"SPDX-2.3","SPDXID":"SPDXRef-DOCUMENT","packages":[
             {"SPDXID":"SPDXRef-I","name":"debian:12","primaryPackagePurpose":"CONTAINER",
              "externalRefs":[{"referenceType":"purl","referenceLocator":"pkg:oci/debian@sha256:0"}]},
             {"SPDXID":"SPDXRef-O","name":"debian","versionInfo":"12.5",
              "primaryPackagePurpose":"OPERATING-SYSTEM"},
             {"SPDXID":"SPDXRef-F","name":"app/package-lock.json",
              "primaryPackagePurpose":"APPLICATION"},
             {"SPDXID":"SPDXRef-A","name":"libssl3","versionInfo":"3.0.11-1",
              "licenseDeclared":"Apache-2.0","sourceInfo":"built package from: openssl 3.0.11-1",
              "externalRefs":[{"referenceType":"cpe23Type","referenceLocator":"cpe:2.3:a"},
               {"referenceType":"purl",
                "referenceLocator":"pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12.5"}]},
             {"SPDXID":"SPDXRef-B","name":"homemade","versionInfo":"1",
              "licenseDeclared":"NOASSERTION"}],
             "relationships":[
              {"spdxElementId":"SPDXRef-DOCUMENT","relationshipType":"DESCRIBES",
               "relatedSpdxElement":"SPDXRef-I"},
              {"spdxElementId":"SPDXRef-A","relationshipType":"DEPENDS_ON",
               "relatedSpdxElement":"SPDXRef-B"},
              {"spdxElementId":"SPDXRef-A","relationshipType":"DEPENDENCY_OF",
               "relatedSpdxElement":"SPDXRef-B"}]}
            """;
    private static final String TAGS =
            """
            # by hand
            SPDXVersion: SPDX-2.3
            DocumentName: x
            Creator: Tool: a

            PackageName: libssl3
            SPDXID: SPDXRef-A
            PackageVersion: 3.0.11-1
            PackageSummary: <text>one
            PackageVersion: 9
            three</text>
            PackageLicenseDeclared: MIT
            ExternalRef: SECURITY cpe23Type cpe:2.3:a
            ExternalRef: PACKAGE-MANAGER purl pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12
            PackageName: b
            SPDXID: SPDXRef-B
            FileName: ./b
            SPDXID: SPDXRef-C
            Relationship: SPDXRef-A DEPENDS_ON SPDXRef-B
            """;

    @Test
    void jsonGivesPackagesSourceAndSystem() throws IOException {
        Sbom sbom = Read.of(JSON);
        assertThat(sbom.distribution().id()).isEqualTo("debian");
        assertThat(sbom.distribution().versionId()).isEqualTo("12.5");
        assertThat(sbom.components())
                .extracting(Component::name)
                .containsExactly("libssl3", "homemade");
        Component libssl = sbom.components().getFirst();
        assertThat(libssl.purl()).startsWith("pkg:deb/");
        assertThat(libssl.source()).contains(new SourcePackage("openssl", "3.0.11-1"));
        assertThat(libssl.licenses()).containsExactly("Apache-2.0");
        assertThat(sbom.components().get(1).licenses()).isEmpty();
        assertThat(sbom.dependsOn())
                .containsEntry("SPDXRef-A", List.of("SPDXRef-B"))
                .containsEntry("SPDXRef-B", List.of("SPDXRef-A"));
    }

    @Test
    void tagsGiveTheSame() throws IOException {
        Sbom sbom = Read.of(TAGS);
        assertThat(sbom.components()).extracting(Component::name).containsExactly("libssl3", "b");
        Component libssl = sbom.components().getFirst();
        assertThat(libssl.version()).isEqualTo("3.0.11-1");
        assertThat(libssl.licenses()).containsExactly("MIT");
        assertThat(libssl.purl()).isEqualTo("pkg:deb/debian/libssl3@3.0.11-1?distro=debian-12");
        assertThat(sbom.components().get(1).ref()).isEqualTo("SPDXRef-B");
        assertThat(sbom.dependsOn()).containsEntry("SPDXRef-A", List.of("SPDXRef-B"));
        assertThat(Read.of(TAGS.replace("\n", "\r\n")).components()).isEqualTo(sbom.components());
    }

    @Test
    void aLineWithoutTagIsNamed() {
        assertThatThrownBy(() -> Read.of(TAGS + "no tag here\n"))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("line 20")
                .hasMessageContaining("'no tag here'");
    }

    @Test
    void aTextWithoutEndIsNamedWhereItBegins() {
        assertThatThrownBy(() -> Read.of(TAGS + "PackageComment: <text>a\n".repeat(3)))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("line 20");
    }

    @Test
    void linesAndTextsAreBounded() {
        Limits limits = Limits.standard().with(Limit.LINE_LENGTH, 1000);
        assertThatThrownBy(() -> Read.of(TAGS + "A: " + "a".repeat(2000), limits))
                .isInstanceOf(LimitExceededException.class)
                .hasMessageContaining("line 20");
        String text = TAGS + "A: <text>" + "aaaa\n".repeat(2000);
        assertThatThrownBy(() -> Read.of(text, limits)).isInstanceOf(LimitExceededException.class);
    }

    @Test
    void theGraphOfThreeGivesPackagesLicencesAndNeeds() throws IOException {
        Sbom sbom =
                Read.of(
                        """
                        {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[
                         {"type":"software_Sbom","spdxId":"s","rootElement":["root"]},
                         {"type":"software_Package","spdxId":"root","name":"image"},
                         {"type":"software_Package","spdxId":"os","name":"alpine",
                          "software_packageVersion":"3.20.3",
                          "software_primaryPurpose":"operatingSystem"},
                         {"type":"software_Package","spdxId":"a","name":"a",
                          "software_packageVersion":"1","externalIdentifier":[
                           {"externalIdentifierType":"packageUrl","identifier":"pkg:npm/a@1"}]},
                         {"type":"software_Package","spdxId":"b","name":"b",
                          "software_packageUrl":"pkg:npm/b@2"},
                         {"type":"simplelicensing_LicenseExpression","spdxId":"l",
                          "simplelicensing_licenseExpression":"MIT"},
                         {"type":"Relationship","from":"a","to":["l"],
                          "relationshipType":"hasDeclaredLicense"},
                         {"type":"Relationship","from":"a","to":["b","a"],
                          "relationshipType":"dependsOn"}]}
                        """);
        assertThat(Read.purls(sbom)).containsExactly("pkg:npm/a@1", "pkg:npm/b@2");
        assertThat(sbom.components().getFirst().licenses()).containsExactly("MIT");
        assertThat(sbom.dependsOn()).containsEntry("a", List.of("b", "a"));
        assertThat(sbom.distribution().id()).isEqualTo("alpine");
    }
}
