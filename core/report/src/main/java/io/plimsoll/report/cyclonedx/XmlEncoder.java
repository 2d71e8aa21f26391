package io.plimsoll.report.cyclonedx;

import io.plimsoll.report.common.Property;
import io.plimsoll.report.common.XmlWriter;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Empty lists are left out.
///
/// Source: `bom-1.4.xsd` to `bom-1.6.xsd`.
final class XmlEncoder implements Encoder {
    private final XmlWriter xml;
    private final String version;

    XmlEncoder(OutputStream out, String version) {
        this.xml = new XmlWriter(out);
        this.version = version;
    }

    @Override
    public void bom(String serial, Runnable members) {
        xml.element(
                "bom",
                () -> {
                    xml.attribute("xmlns", "http://cyclonedx.org/schema/bom/" + version);
                    if (!serial.isEmpty()) {
                        xml.attribute("serialNumber", serial);
                    }
                    xml.attribute("version", "1");
                    members.run();
                });
    }

    @Override
    public void object(String name, Runnable members) {
        xml.element(name, members);
    }

    @Override
    public void attribute(String name, String value) {
        xml.attribute(name, value);
    }

    @Override
    public void text(String name, String value) {
        xml.leaf(name, value);
    }

    @Override
    public void number(String name, double value) {
        xml.leaf(name, Double.toString(value));
    }

    @Override
    public <T> void list(String name, String item, Collection<T> all, Consumer<T> members) {
        if (!all.isEmpty()) {
            xml.element(name, () -> xml.elements(item, all, members));
        }
    }

    @Override
    public void responses(List<String> words) {
        list("responses", "response", words, xml::text);
    }

    @Override
    public void numbers(String name, String item, List<Integer> values) {
        list(name, item, values, value -> xml.text(value.toString()));
    }

    @Override
    public void properties(List<Property> properties) {
        list(
                "properties",
                "property",
                properties,
                each -> {
                    xml.attribute("name", Property.PREFIX + each.name());
                    xml.text(each.value());
                });
    }

    @Override
    public void licenses(List<String> names) {
        list("licenses", "license", names, name -> xml.leaf("name", name));
    }

    @Override
    public void dependency(String ref, List<String> needed) {
        xml.attribute("ref", ref);
        xml.elements("dependency", needed, each -> xml.attribute("ref", each));
    }

    /// Tools until 1.4, components since.
    @Override
    public void tool(String name, String programVersion) {
        boolean old = version.equals(CycloneDxReport.OLDEST);
        Runnable named =
                () -> {
                    xml.leaf("name", name);
                    xml.leaf("version", programVersion);
                };
        Runnable component =
                () -> {
                    xml.attribute("type", "application");
                    named.run();
                };
        xml.element(
                "tools",
                () -> {
                    if (old) {
                        xml.element("tool", named);
                    } else {
                        xml.element("components", () -> xml.element("component", component));
                    }
                });
    }

    @Override
    public void target(String ref) {
        xml.leaf("ref", ref);
    }

    @Override
    public void close() {
        xml.close();
    }
}
