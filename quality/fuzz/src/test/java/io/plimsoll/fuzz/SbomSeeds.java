package io.plimsoll.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/// SBOMs of every format that is read, by the name of their target.
final class SbomSeeds {
    private static final String BOM =
            "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"library\",\"name\":\"a\","
                    + "\"version\":\"1\",\"purl\":\"pkg:npm/a@1\"}]}";

    private static final String XML =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <bom xmlns="http://cyclonedx.org/schema/bom/1.6" version="1"><components>
            <component type="operating-system"><name>debian</name><version>12</version></component>
            <component type="library" bom-ref="a"><name>a</name><version>1</version><licenses>
            <license><id>MIT</id></license></licenses><purl>pkg:npm/a@1</purl><properties>
            <property name="plimsoll:package:type">npm</property></properties></component>
            <component type="library"><name>&lt;b&#65;</name></component></components>
            <dependencies><dependency ref="a"><dependency ref="a"/></dependency></dependencies></bom>
            """;

    private static final String SPDX =
            """
            {"spdxVersion":"SPDX-2.3","packages":[{"SPDXID":"a","name":"a","versionInfo":"1",\
            "licenseDeclared":"MIT","sourceInfo":"built package from: a 1","externalRefs":[\
            {"referenceType":"purl","referenceLocator":"pkg:deb/debian/a@1?distro=debian-12"}],\
            "comment":"{\\"plimsoll:package:type\\":[\\"deb\\"]}"},{"name":"debian","versionInfo":\
            "12","primaryPackagePurpose":"OPERATING_SYSTEM"}],"relationships":[{"spdxElementId":"a",\
            "relationshipType":"DEPENDS_ON","relatedSpdxElement":"a"}]}
            """;

    private static final String TAGS =
            """
            SPDXVersion: SPDX-2.3
            PackageName: a
            SPDXID: SPDXRef-a
            PackageVersion: 1
            PackageComment: <text>{"plimsoll:package:type":["npm"]}
            </text>
            ExternalRef: PACKAGE-MANAGER purl pkg:npm/a@1
            Relationship: SPDXRef-a DEPENDS_ON SPDXRef-a
            """;

    private static final String SPDX3 =
            """
            {"@context":"https://spdx.org/rdf/3.0.1/spdx-context.jsonld","@graph":[{"type":\
            "software_Package","spdxId":"a","name":"a","software_packageUrl":"pkg:npm/a@1"},{"type":\
            "Relationship","from":"a","to":["a"],"relationshipType":"dependsOn"},{"type":\
            "simplelicensing_LicenseExpression","spdxId":"l",\
            "simplelicensing_licenseExpression":"MIT"},{"type":"Relationship","from":"a",\
            "to":["l"],"relationshipType":"hasDeclaredLicense"}]}
            """;

    private static final String SYFT =
            """
            {"artifacts":[{"id":"1","name":"a","version":"1","type":"deb","purl":\
            "pkg:deb/debian/a@1?distro=debian-12","locations":[{"path":"/a","layerID":"sha256:0"}],\
            "licenses":["MIT",{"value":"x"}],"metadata":{"source":"b","sourceVersion":"2",\
            "modularityLabel":"a:b:c"}},{"id":"2","name":"c","version":"","purl":""}],\
            "artifactRelationships":[{"parent":"1","child":"2","type":"dependency-of"},{"parent":\
            "1","child":"2","type":"ownership-by-file-overlap"}],"distro":{"id":"debian",\
            "versionID":"12"},"descriptor":{"name":"syft"}}
            """;

    private static final List<String> TARGETS =
            List.of(
                    "sbom-cyclonedx-xml",
                    "sbom-spdx",
                    "sbom-spdx-tags",
                    "sbom-spdx3",
                    "sbom-syft",
                    "sbom-attestation");

    private SbomSeeds() {}

    /// The targets; all run the same code, which tells the formats apart by their content.
    static List<String> targets() {
        return TARGETS;
    }

    static List<String> of(String target) {
        String statement = "{\"predicateType\":\"https://cyclonedx.org/bom\",\"predicate\":" + BOM;
        return switch (target) {
            case "sbom-cyclonedx-xml" -> List.of(XML);
            case "sbom-spdx" -> List.of(SPDX);
            case "sbom-spdx-tags" -> List.of(TAGS);
            case "sbom-spdx3" -> List.of(SPDX3);
            case "sbom-syft" -> List.of(SYFT);
            case "sbom-attestation" ->
                    List.of(statement + "}", envelope(statement + "}"), envelope(envelope(SPDX)));
            default -> List.of();
        };
    }

    private static String envelope(String inside) {
        return "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\""
                + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8))
                + "\"}";
    }
}
