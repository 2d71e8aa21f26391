package io.plimsoll.report.spdx;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// SPDX 2.3 as JSON. Findings stand as references of category `SECURITY`.
///
/// Source: SPDX specification 2.3, `schemas/spdx-schema.json`.
public final class SpdxJson {
    private SpdxJson() {}

    /// Writes the document.
    public static void write(ScanReport report, OutputStream out) {
        SpdxDocument document = SpdxDocument.of(report);
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("spdxVersion", "SPDX-2.3");
                json.text("dataLicense", "CC0-1.0");
                json.text("SPDXID", "SPDXRef-DOCUMENT");
                json.text("name", document.name());
                json.text("documentNamespace", document.namespace());
                json.object(
                        "creationInfo",
                        () -> {
                            json.text("created", document.created());
                            json.texts("creators", List.of("Tool: " + document.tool()));
                        });
                json.array(
                        "packages", document.parts(), part -> json.object(() -> part(part, json)));
                json.array("relationships", links(document), link -> link(link, json));
                if (!document.texts().isEmpty()) {
                    json.array(
                            "hasExtractedLicensingInfos",
                            document.texts().entrySet(),
                            each -> json.object(() -> license(each, json)));
                }
            });
        }
    }

    private static List<SpdxDocument.Link> links(SpdxDocument document) {
        List<SpdxDocument.Link> links = new ArrayList<>();
        links.add(new SpdxDocument.Link("SPDXRef-DOCUMENT", "DESCRIBES", SpdxDocument.TARGET));
        links.addAll(document.links());
        return links;
    }

    private static void part(SpdxDocument.Part part, JsonWriter json) {
        json.text("SPDXID", part.id());
        json.text("name", part.name());
        json.textIfAny("versionInfo", part.version());
        json.text("primaryPackagePurpose", part.purpose().replace('-', '_'));
        json.text("downloadLocation", Licenses.NONE_STATED);
        json.truth("filesAnalyzed", false);
        json.textIfAny("sourceInfo", part.sourceInfo());
        json.text("licenseConcluded", Licenses.NONE_STATED);
        json.text("licenseDeclared", part.license());
        json.text("copyrightText", Licenses.NONE_STATED);
        json.textIfAny("comment", part.comment());
        if (part.purl().isEmpty()) {
            return;
        }
        List<Runnable> references = new ArrayList<>();
        references.add(() -> {
            json.text("referenceCategory", "PACKAGE-MANAGER");
            json.text("referenceType", "purl");
            json.text("referenceLocator", part.purl());
        });
        for (SpdxDocument.Advisory advisory : part.advisories()) {
            references.add(() -> {
                json.text("referenceCategory", "SECURITY");
                json.text("referenceType", "advisory");
                json.text("referenceLocator", advisory.url());
                json.text("comment", advisory.comment());
            });
        }
        json.array("externalRefs", references, json::object);
    }

    private static void link(SpdxDocument.Link link, JsonWriter json) {
        json.object(() -> {
            json.text("spdxElementId", link.from());
            json.text("relationshipType", link.type());
            json.text("relatedSpdxElement", link.to());
        });
    }

    private static void license(Map.Entry<String, String> text, JsonWriter json) {
        json.text("licenseId", text.getKey());
        json.text("extractedText", Printable.of(text.getValue()));
        json.text("name", text.getKey());
    }
}
