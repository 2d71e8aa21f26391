package io.plimsoll.catalog.java;

import io.plimsoll.catalog.ProblemList;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Reads what Maven puts below `META-INF/maven`.
///
/// Source: Maven Archiver, "pom.properties content"; Maven POM reference, "Maven Coordinates" and
/// "Inheritance".
final class PomFiles {
    private static final int MOST_PROPERTIES = 64 * 1024;
    private static final int MOST_POM = 4 * 1024 * 1024;
    private static final String PROPERTIES = "/pom.properties";

    private final EntryReader reader;
    private final ArchiveProblems problems;

    PomFiles(EntryReader reader, ArchiveProblems problems) {
        this.reader = reader;
        this.problems = problems;
    }

    /// The coordinates of all `pom.properties`, and of each `pom.xml` that has none beside it.
    List<Coordinates> read(List<ZipEntry> entries) throws InterruptedException {
        Set<String> described = new HashSet<>();
        for (ZipEntry entry : entries) {
            if (entry.name().endsWith(PROPERTIES)) {
                described.add(entry.folder());
            }
        }
        List<Coordinates> found = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (ZipEntry entry : entries) {
            boolean isProperties = entry.name().endsWith(PROPERTIES);
            if ((isProperties || !described.contains(entry.folder())) && seen.add(entry.name())) {
                Coordinates read = isProperties ? properties(entry) : pom(entry);
                if (!read.artifact().isEmpty()) {
                    found.add(read);
                }
            }
        }
        return found;
    }

    private Coordinates properties(ZipEntry entry) throws InterruptedException {
        Properties values = new Properties();
        byte[] bytes = reader.beginning(entry, MOST_PROPERTIES);
        try {
            values.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        } catch (IOException | IllegalArgumentException e) {
            problems.at(reader.path(entry)).malformed(ProblemList.quote(String.valueOf(e)));
        }
        return Coordinates.of(
                entry,
                values.getProperty("groupId", ""),
                values.getProperty("artifactId", ""),
                values.getProperty("version", ""));
    }

    private Coordinates pom(ZipEntry entry) throws InterruptedException {
        Map<String, String> values = new HashMap<>();
        byte[] bytes = reader.beginning(entry, MOST_POM);
        try {
            XMLStreamReader xml = factory().createXMLStreamReader(new ByteArrayInputStream(bytes));
            readPom(xml, values);
            xml.close();
        } catch (XMLStreamException e) {
            String where = "line " + e.getLocation().getLineNumber();
            problems.at(reader.path(entry)).malformed(where + ": the XML breaks off");
        }
        return Coordinates.of(
                entry,
                either(values, "groupId"),
                values.getOrDefault("/project/artifactId", ""),
                either(values, "version"));
    }

    /// A value of the project, or of the parent that it inherits it from.
    private static String either(Map<String, String> values, String name) {
        String parent = values.getOrDefault("/project/parent/" + name, "");
        return values.getOrDefault("/project/" + name, parent);
    }

    private static void readPom(XMLStreamReader xml, Map<String, String> values)
            throws XMLStreamException, InterruptedException {
        List<String> path = new ArrayList<>();
        int depth = 0;
        while (xml.hasNext()) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    if (depth++ < 3) {
                        path.add(xml.getLocalName());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    if (--depth < 3) {
                        path.removeLast();
                    }
                }
                case XMLStreamConstants.CHARACTERS -> {
                    if (depth == path.size()) {
                        values.merge("/" + String.join("/", path), xml.getText(), String::concat);
                    }
                }
                default -> {
                    // Comments and instructions say nothing of the coordinates.
                }
            }
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    /// Without document types, so that no entity is expanded and nothing outside is read.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }
}
