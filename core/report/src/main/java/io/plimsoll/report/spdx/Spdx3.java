package io.plimsoll.report.spdx;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// SPDX 3.0.1 as JSON-LD, with the profiles core, software, simple licensing and security.
///
/// Source: SPDX specification 3.0.1, <https://spdx.org/schema/3.0.1/spdx-json-schema.json>.
public final class Spdx3 {
    static final String CREATION = "_:creation";

    private final ScanReport report;
    private final SpdxDocument document;
    private final List<Element> elements = new ArrayList<>();

    private Spdx3(ScanReport report) {
        this.report = report;
        this.document = SpdxDocument.of(report);
    }

    /// An element of the graph.
    ///
    /// @param id its name within the document
    record Element(String id, String type, Members members) {}

    /// Writes what an element has besides its type, id and creation.
    interface Members {
        void write(JsonWriter json);
    }

    /// Writes the document.
    public static void write(ScanReport report, OutputStream out) {
        new Spdx3(report).write(out);
    }

    private void write(OutputStream out) {
        elements.add(
                new Element("Tool", "SoftwareAgent", json -> json.text("name", document.tool())));
        document.parts().forEach(part -> elements.add(part(part)));
        relationships();
        licenses();
        new Spdx3Security(report, document.namespace()).addTo(elements);
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("@context", "https://spdx.org/rdf/3.0.1/spdx-context.jsonld");
                json.array("@graph", graph(json), Runnable::run);
            });
        }
    }

    private List<Runnable> graph(JsonWriter json) {
        List<Runnable> graph = new ArrayList<>();
        graph.add(() -> json.object(() -> creation(json)));
        graph.add(() ->
                json.object(() ->
                        element(
                                new Element("Document", "SpdxDocument", this::documentMembers),
                                json)));
        graph.add(() ->
                json.object(() ->
                        element(new Element("Sbom", "software_Sbom", this::sbomMembers), json)));
        elements.forEach(each -> graph.add(() -> json.object(() -> element(each, json))));
        return graph;
    }

    private void creation(JsonWriter json) {
        json.text("type", "CreationInfo");
        json.text("@id", CREATION);
        json.text("specVersion", "3.0.1");
        json.text("created", document.created());
        json.texts("createdBy", List.of(iri("Tool")));
    }

    private void element(Element element, JsonWriter json) {
        json.text("type", element.type());
        json.text("spdxId", iri(element.id()));
        json.text("creationInfo", CREATION);
        element.members().write(json);
    }

    private void documentMembers(JsonWriter json) {
        json.text("name", document.name());
        json.texts(
                "profileConformance", List.of("core", "software", "simpleLicensing", "security"));
        json.texts("rootElement", List.of(iri("Sbom")));
        json.texts("element", elements.stream().map(each -> iri(each.id())).toList());
    }

    private void sbomMembers(JsonWriter json) {
        json.text("name", document.name());
        json.texts("rootElement", List.of(iri(SpdxDocument.TARGET)));
        json.texts("element", document.parts().stream().map(part -> iri(part.id())).toList());
        json.texts("software_sbomType", List.of("analyzed"));
    }

    private static Element part(SpdxDocument.Part part) {
        return new Element(
                part.id(),
                "software_Package",
                json -> {
                    json.text("name", part.name());
                    json.textIfAny("comment", part.comment());
                    json.textIfAny("software_packageVersion", part.version());
                    json.text("software_primaryPurpose", purpose(part));
                    json.textIfAny("software_packageUrl", part.purl());
                    json.textIfAny("software_sourceInfo", part.sourceInfo());
                });
    }

    private static String purpose(SpdxDocument.Part part) {
        return part.purpose().equals("OPERATING-SYSTEM")
                ? "operatingSystem"
                : part.purpose().toLowerCase(Locale.ROOT);
    }

    /// One relationship a source and kind, to all its targets.
    private void relationships() {
        Map<String, List<SpdxDocument.Link>> groups = new TreeMap<>();
        for (SpdxDocument.Link link : document.links()) {
            groups.computeIfAbsent(link.from() + "-" + link.type(), any -> new ArrayList<>())
                    .add(link);
        }
        for (Map.Entry<String, List<SpdxDocument.Link>> group : groups.entrySet()) {
            SpdxDocument.Link first = group.getValue().getFirst();
            String type = first.type().equals("CONTAINS") ? "contains" : "dependsOn";
            List<String> to = group.getValue().stream().map(link -> iri(link.to())).toList();
            elements.add(relationship(group.getKey(), iri(first.from()), type, to));
        }
    }

    private static Element relationship(String id, String from, String type, List<String> to) {
        return new Element(
                "Relationship-" + id,
                "Relationship",
                json -> {
                    json.text("from", from);
                    json.text("relationshipType", type);
                    json.texts("to", to);
                });
    }

    private void licenses() {
        Map<String, List<String>> byExpression = new TreeMap<>();
        for (SpdxDocument.Part part : document.parts()) {
            if (!part.license().equals(Licenses.NONE_STATED)) {
                byExpression
                        .computeIfAbsent(part.license(), any -> new ArrayList<>())
                        .add(part.id());
            }
        }
        document.texts().forEach((id, text) -> elements.add(licenseText(id, text)));
        int number = 0;
        for (Map.Entry<String, List<String>> each : byExpression.entrySet()) {
            String id = "License-" + ++number;
            elements.add(expression(id, each.getKey()));
            for (String part : each.getValue()) {
                elements.add(
                        relationship(
                                part + "-license",
                                iri(part),
                                "hasDeclaredLicense",
                                List.of(iri(id))));
            }
        }
    }

    private static Element licenseText(String id, String text) {
        return new Element(
                id,
                "simplelicensing_SimpleLicensingText",
                json -> json.text("simplelicensing_licenseText", Printable.of(text)));
    }

    private Element expression(String id, String expression) {
        List<String> own = document.texts().keySet().stream().filter(expression::contains).toList();
        return new Element(
                id,
                "simplelicensing_LicenseExpression",
                json -> {
                    json.text("simplelicensing_licenseExpression", expression);
                    if (!own.isEmpty()) {
                        json.array(
                                "simplelicensing_customIdToUri",
                                own,
                                each ->
                                        json.object(() -> {
                                            json.text("type", "DictionaryEntry");
                                            json.text("key", each);
                                            json.text("value", iri(each));
                                        }));
                    }
                });
    }

    private String iri(String id) {
        return document.namespace() + "#" + id;
    }
}
