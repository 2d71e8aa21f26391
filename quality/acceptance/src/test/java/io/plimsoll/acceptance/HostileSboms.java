package io.plimsoll.acceptance;

import static io.plimsoll.acceptance.HostileTars.text;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;

/// SBOMs in XML, in tags and values, and in envelopes, by somebody who wishes us harm.
final class HostileSboms {
    private static final int MIB = 1024 * 1024;
    private static final String FOUND = "pkg:npm/lodash@4.17.15";
    private static final String XML =
            "<bom xmlns=\"http://cyclonedx.org/schema/bom/1.6\"><components>";
    private static final String XML_LODASH =
            "<component type=\"library\" bom-ref=\"l\"><name>lodash</name><version>4.17.15</version>"
                    + "<purl>"
                    + FOUND
                    + "</purl></component>";
    private static final String TAGS = "SPDXVersion: SPDX-2.3\nPackageName: lodash\n";
    private static final String TAGS_PURL = "ExternalRef: PACKAGE-MANAGER purl " + FOUND + "\n";

    private HostileSboms() {}

    static void addTo(List<HostileCase> all) {
        all.add(file("an SBOM in XML with a bomb of entities", bomb(), 3, "line 1"));
        all.add(
                file(
                        "an SBOM in XML with a file as entity",
                        "<!DOCTYPE bom [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n"
                                + XML
                                + "<component><name>&a;</name></component></components></bom>",
                        3,
                        "document type"));
        all.add(
                file(
                        "an SBOM in XML a million levels deep",
                        XML + "<a>".repeat(MIB),
                        3,
                        "elements inside one another"));
        all.add(
                file(
                        "an SBOM in XML with a text of 30 MB",
                        XML
                                + "<component><name>"
                                + "a".repeat(30 * MIB)
                                + "</name></component>"
                                + XML_LODASH
                                + "</components></bom>",
                        0,
                        FOUND));
        all.add(file("an SBOM in XML that is cut short", XML + XML_LODASH, 3, "line 1"));
        all.add(
                file(
                        "an SBOM of tags with a line of 30 MB",
                        TAGS + TAGS_PURL + "PackageComment: " + "a".repeat(30 * MIB) + "\n",
                        0,
                        FOUND));
        all.add(file("an SBOM of tags whose text has no end", TAGS + "A: <text>", 3, "line 3"));
        all.add(
                file(
                        "an SBOM of tags whose packages need one another",
                        TAGS
                                + "SPDXID: SPDXRef-a\n"
                                + TAGS_PURL
                                + "Relationship: SPDXRef-a DEPENDS_ON SPDXRef-b\n"
                                + "Relationship: SPDXRef-b DEPENDS_ON SPDXRef-a\n"
                                + "PackageName: b\nSPDXID: SPDXRef-b\n"
                                + "ExternalRef: PACKAGE-MANAGER purl pkg:npm/b@1\n",
                        0,
                        FOUND));
        all.add(
                file(
                        "an envelope of rubbish",
                        "{\"payloadType\":\"a\",\"payload\":\"&&&&\"}",
                        3,
                        "Base64"));
        all.add(file("envelopes inside envelopes", envelopes(12), 3, "envelopes"));
    }

    private static HostileCase file(String name, String content, int code, String said) {
        return HostileCase.of(
                name,
                folder -> "sbom:" + Files.write(folder.resolve("bom"), text(content)),
                code,
                said);
    }

    private static String bomb() {
        StringBuilder text = new StringBuilder("<!DOCTYPE bom [<!ENTITY a0 \"aaaaaaaaaa\">");
        for (int i = 1; i < 30; i++) {
            text.append("<!ENTITY a").append(i).append(" \"");
            text.append(("&a" + (i - 1) + ";").repeat(10)).append("\">");
        }
        return text + "]>" + XML + "<component><name>&a29;</name></component></components></bom>";
    }

    private static String envelopes(int depth) {
        String inside = "{}";
        for (int i = 0; i < depth; i++) {
            byte[] bytes = inside.getBytes(StandardCharsets.UTF_8);
            inside =
                    "{\"payloadType\":\"a\",\"payload\":\""
                            + Base64.getEncoder().encodeToString(bytes)
                            + "\"}";
        }
        return inside;
    }
}
