package io.plimsoll.report.cyclonedx;

import io.plimsoll.json.JsonWriter;
import io.plimsoll.report.common.Property;
import java.io.OutputStream;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/// Source: `bom-1.4.schema.json` to `bom-1.6.schema.json`.
final class JsonEncoder implements Encoder {
    private final JsonWriter json;
    private final String version;

    JsonEncoder(OutputStream out, String version) {
        this.json = new JsonWriter(out);
        this.version = version;
    }

    @Override
    public void bom(String serial, Runnable members) {
        json.object(() -> {
            json.text("$schema", "http://cyclonedx.org/schema/bom-" + version + ".schema.json");
            json.text("bomFormat", "CycloneDX");
            json.text("specVersion", version);
            json.textIfAny("serialNumber", serial);
            json.number("version", 1);
            members.run();
        });
    }

    @Override
    public void object(String name, Runnable members) {
        json.object(name, members);
    }

    @Override
    public void attribute(String name, String value) {
        json.text(name, value);
    }

    @Override
    public void text(String name, String value) {
        json.text(name, value);
    }

    @Override
    public void number(String name, double value) {
        json.number(name, value);
    }

    @Override
    public <T> void list(String name, String item, Collection<T> all, Consumer<T> members) {
        json.array(name, all, each -> json.object(() -> members.accept(each)));
    }

    @Override
    public void responses(List<String> words) {
        json.texts("response", words);
    }

    @Override
    public void numbers(String name, String item, List<Integer> values) {
        json.numbers(name, values);
    }

    @Override
    public void properties(List<Property> properties) {
        json.array(
                "properties",
                properties,
                each ->
                        json.object(() -> {
                            json.text("name", Property.PREFIX + each.name());
                            json.text("value", each.value());
                        }));
    }

    @Override
    public void licenses(List<String> names) {
        json.array(
                "licenses",
                names,
                name -> json.object(() -> json.object("license", () -> json.text("name", name))));
    }

    @Override
    public void dependency(String ref, List<String> needed) {
        json.text("ref", ref);
        if (!needed.isEmpty()) {
            json.texts("dependsOn", needed);
        }
    }

    /// A list until 1.4, an object with components since.
    @Override
    public void tool(String name, String programVersion) {
        if (version.equals(CycloneDxReport.OLDEST)) {
            list("tools", "tool", List.of(name), only -> named(name, programVersion));
            return;
        }
        object(
                "tools",
                () ->
                        list(
                                "components",
                                "component",
                                List.of(name),
                                only -> {
                                    json.text("type", "application");
                                    named(name, programVersion);
                                }));
    }

    private void named(String name, String programVersion) {
        json.text("name", name);
        json.text("version", programVersion);
    }

    @Override
    public void target(String ref) {
        json.text("ref", ref);
    }

    @Override
    public void close() {
        json.close();
    }
}
