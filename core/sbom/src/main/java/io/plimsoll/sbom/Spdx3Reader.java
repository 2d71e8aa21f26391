package io.plimsoll.sbom;

import io.plimsoll.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads SPDX 3 in JSON-LD, compacted with the context of SPDX itself: software packages, what they
/// need, and their declared licences.
///
/// Source: SPDX specification 3.0.1, <https://spdx.org/schema/3.0.1/spdx-json-schema.json>.
final class Spdx3Reader {
    private final List<JsonObject> graph;
    private final SpdxPackages packages = new SpdxPackages();
    private final Map<String, String> expressions = new HashMap<>();
    private final Map<String, String> licenses = new HashMap<>();

    Spdx3Reader(JsonObject root) {
        this.graph = root.objects("@graph");
    }

    Sbom read() {
        for (JsonObject element : graph) {
            switch (element.text("type")) {
                case "simplelicensing_LicenseExpression" ->
                        expressions.put(
                                id(element), element.text("simplelicensing_licenseExpression"));
                case "software_Sbom" -> element.texts("rootElement").forEach(packages::describes);
                default -> {}
            }
        }
        for (JsonObject element : graph) {
            if (element.text("type").equals("Relationship")
                    || element.text("type").equals("LifecycleScopedRelationship")) {
                relationship(element);
            }
        }
        for (JsonObject element : graph) {
            if (element.text("type").equals("software_Package")) {
                add(element);
            }
        }
        return packages.sbom();
    }

    private static String id(JsonObject element) {
        String id = element.text("spdxId");
        return id.isEmpty() ? element.text("@id") : id;
    }

    private void relationship(JsonObject element) {
        String from = element.text("from");
        String type = element.text("relationshipType");
        for (String to : element.texts("to")) {
            if (type.equals("hasDeclaredLicense")) {
                licenses.put(from, expressions.getOrDefault(to, ""));
            } else {
                packages.relationship(from, type, to);
            }
        }
    }

    private void add(JsonObject element) {
        String purl = element.text("software_packageUrl");
        packages.add(
                new SpdxPackages.SpdxPackage(
                        id(element),
                        element.text("name"),
                        element.text("software_packageVersion"),
                        element.text("software_primaryPurpose"),
                        purl.isEmpty() ? identifier(element, "packageUrl") : purl,
                        !identifier(element, "cpe").isEmpty(),
                        licenses.getOrDefault(id(element), ""),
                        element.text("software_sourceInfo"),
                        element.text("comment")));
    }

    private static String identifier(JsonObject element, String type) {
        for (JsonObject each : element.objects("externalIdentifier")) {
            if (each.text("externalIdentifierType").startsWith(type)) {
                return each.text("identifier");
            }
        }
        return "";
    }
}
