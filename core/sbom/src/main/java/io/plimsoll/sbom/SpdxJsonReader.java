package io.plimsoll.sbom;

import io.plimsoll.json.JsonObject;
import java.util.List;

/// Reads SPDX 2 in JSON.
///
/// Source: SPDX specification 2.2 and 2.3, `schemas/spdx-schema.json`.
final class SpdxJsonReader {
    private SpdxJsonReader() {}

    static Sbom read(JsonObject root) {
        SpdxPackages packages = new SpdxPackages();
        for (JsonObject one : root.objects("packages")) {
            packages.add(
                    new SpdxPackages.SpdxPackage(
                            one.text("SPDXID"),
                            one.text("name"),
                            one.text("versionInfo"),
                            one.text("primaryPackagePurpose"),
                            reference(one, "purl"),
                            !reference(one, "cpe").isEmpty(),
                            one.text("licenseDeclared"),
                            one.text("sourceInfo"),
                            one.text("comment")));
        }
        root.texts("documentDescribes").forEach(packages::describes);
        for (JsonObject link : root.objects("relationships")) {
            packages.relationship(
                    link.text("spdxElementId"),
                    link.text("relationshipType"),
                    link.text("relatedSpdxElement"));
        }
        return packages.sbom();
    }

    /// The first reference of a type that begins so; a purl's only where it is one.
    private static String reference(JsonObject one, String type) {
        List<JsonObject> references = one.objects("externalRefs");
        for (JsonObject reference : references) {
            if (reference.text("referenceType").startsWith(type)) {
                return reference.text("referenceLocator");
            }
        }
        return "";
    }
}
