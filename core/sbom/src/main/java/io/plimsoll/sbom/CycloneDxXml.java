package io.plimsoll.sbom;

import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads CycloneDX in XML into the members that it has in JSON, as far as {@link CycloneDxReader} asks
/// for them.
///
/// Document type declarations are refused, so that there are no entities but XML's own five.
///
/// Source: CycloneDX 1.2 to 1.6, `bom-1.6.xsd`.
final class CycloneDxXml {
    private static final String NAMESPACE = "http://cyclonedx.org/schema/bom/";

    /// Members that are one text.
    private static final Set<String> TEXTS =
            Set.of("name", "group", "version", "purl", "cpe", "description", "id", "expression");

    private final int maxDepth;
    private int depth;
    private long elements;

    CycloneDxXml(int maxDepth) {
        this.maxDepth = maxDepth;
    }

    /// @throws SbomFormatException if it is no XML, no CycloneDX, or goes beyond a bound; with line and
    ///     column
    JsonObject read(InputStream in) throws SbomFormatException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // The JDK's own bound is 100; ours holds.
        factory.setProperty("jdk.xml.maxElementDepth", 0);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            while (xml.next() != XMLStreamConstants.START_ELEMENT) {
                refuseDeclarations(xml);
            }
            String namespace = String.valueOf(xml.getNamespaceURI());
            if (!xml.getLocalName().equals("bom") || !namespace.startsWith(NAMESPACE)) {
                throw broken(xml, "the root is no <bom> of CycloneDX");
            }
            enter(xml);
            JsonObject root = bom(xml);
            while (xml.hasNext()) {
                xml.next();
            }
            return root;
        } catch (XMLStreamException broken) {
            throw new SbomFormatException(
                    "is no XML document that can be read: " + message(broken), broken);
        }
    }

    private static String message(XMLStreamException broken) {
        String whole = String.valueOf(broken.getMessage());
        int line = whole.indexOf("\nMessage: ");
        return line < 0
                ? whole
                : "line "
                        + broken.getLocation().getLineNumber()
                        + ", column "
                        + broken.getLocation().getColumnNumber()
                        + ": "
                        + whole.substring(line + "\nMessage: ".length()).replace('\n', ' ');
    }

    private static SbomFormatException broken(XMLStreamReader xml, String what) {
        return new SbomFormatException(
                "is no XML document that can be read: line "
                        + xml.getLocation().getLineNumber()
                        + ", column "
                        + xml.getLocation().getColumnNumber()
                        + ": "
                        + what);
    }

    private static void refuseDeclarations(XMLStreamReader xml) throws SbomFormatException {
        if (xml.getEventType() == XMLStreamConstants.DTD) {
            throw broken(xml, "a document type declaration is not allowed");
        }
    }

    /// What an element's children give.
    private interface Child {
        void read(String name) throws XMLStreamException, SbomFormatException;
    }

    /// Reads the children of the element that the reader stands at, up to its end.
    private void children(XMLStreamReader xml, Child child)
            throws XMLStreamException, SbomFormatException {
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.START_ELEMENT) {
                enter(xml);
                child.read(xml.getLocalName());
                depth--;
            }
        }
    }

    private void enter(XMLStreamReader xml) throws SbomFormatException {
        depth++;
        elements++;
        if (depth > maxDepth) {
            throw broken(xml, "more than " + maxDepth + " elements inside one another");
        }
        if (elements > Sboms.MAX_TOKENS) {
            throw broken(xml, "more than " + Sboms.MAX_TOKENS + " elements");
        }
    }

    private void skip(XMLStreamReader xml) throws XMLStreamException, SbomFormatException {
        children(xml, name -> skip(xml));
    }

    private JsonObject bom(XMLStreamReader xml) throws XMLStreamException, SbomFormatException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        children(
                xml,
                name -> {
                    switch (name) {
                        case "components" -> members.put(name, list(xml, this::component));
                        case "dependencies" -> members.put(name, list(xml, this::dependency));
                        default -> skip(xml);
                    }
                });
        return new JsonObject(members);
    }

    private interface Item {
        JsonValue read(XMLStreamReader xml) throws XMLStreamException, SbomFormatException;
    }

    private JsonArray list(XMLStreamReader xml, Item item)
            throws XMLStreamException, SbomFormatException {
        List<JsonValue> items = new ArrayList<>();
        children(xml, name -> items.add(item.read(xml)));
        return new JsonArray(items);
    }

    private JsonObject component(XMLStreamReader xml)
            throws XMLStreamException, SbomFormatException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        attribute(xml, "type", members);
        attribute(xml, "bom-ref", members);
        children(
                xml,
                name -> {
                    switch (name) {
                        case "components" -> members.put(name, list(xml, this::component));
                        case "properties" -> members.put(name, list(xml, this::property));
                        case "licenses" -> members.put(name, licenses(xml));
                        default -> text(xml, name, members);
                    }
                });
        return new JsonObject(members);
    }

    private JsonArray licenses(XMLStreamReader xml) throws XMLStreamException, SbomFormatException {
        List<JsonValue> all = new ArrayList<>();
        children(
                xml,
                name -> {
                    Map<String, JsonValue> members = new LinkedHashMap<>();
                    if (name.equals("license")) {
                        Map<String, JsonValue> license = new LinkedHashMap<>();
                        children(xml, inside -> text(xml, inside, license));
                        members.put(name, new JsonObject(license));
                    } else {
                        text(xml, name, members);
                    }
                    all.add(new JsonObject(members));
                });
        return new JsonArray(all);
    }

    private JsonObject property(XMLStreamReader xml)
            throws XMLStreamException, SbomFormatException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        attribute(xml, "name", members);
        members.put("value", new JsonValue.Text(content(xml)));
        return new JsonObject(members);
    }

    private JsonObject dependency(XMLStreamReader xml)
            throws XMLStreamException, SbomFormatException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        attribute(xml, "ref", members);
        List<JsonValue> needed = new ArrayList<>();
        children(
                xml,
                name -> {
                    String ref = xml.getAttributeValue(null, "ref");
                    if (name.equals("dependency") && ref != null) {
                        needed.add(new JsonValue.Text(ref));
                    }
                    skip(xml);
                });
        members.put("dependsOn", new JsonArray(needed));
        return new JsonObject(members);
    }

    private void text(XMLStreamReader xml, String name, Map<String, JsonValue> members)
            throws XMLStreamException, SbomFormatException {
        if (TEXTS.contains(name)) {
            members.put(name, new JsonValue.Text(content(xml).strip()));
        } else {
            skip(xml);
        }
    }

    /// The text of an element; elements inside it are passed over.
    private String content(XMLStreamReader xml) throws XMLStreamException, SbomFormatException {
        StringBuilder text = new StringBuilder();
        for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
            if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                text.append(xml.getText());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                enter(xml);
                skip(xml);
                depth--;
            }
        }
        return text.toString();
    }

    private static void attribute(
            XMLStreamReader xml, String name, Map<String, JsonValue> members) {
        String value = xml.getAttributeValue(null, name);
        if (value != null) {
            members.put(name, new JsonValue.Text(value));
        }
    }
}
