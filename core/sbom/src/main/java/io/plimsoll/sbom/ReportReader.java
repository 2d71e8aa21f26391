package io.plimsoll.sbom;

import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Location;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reads the packages of our own report back.
///
/// Source: `docs/report-schema.json`.
final class ReportReader {
    private final JsonObject root;
    private final Map<String, String> purls = new HashMap<>();

    ReportReader(JsonObject root) {
        this.root = root;
    }

    Sbom read() {
        JsonObject os = root.object("target").object("os");
        List<JsonObject> packages = root.objects("packages");
        packages.forEach(each -> purls.put(each.text("id"), each.text("purl")));
        List<Component> components = new ArrayList<>();
        Map<String, List<String>> dependsOn = new HashMap<>();
        for (int i = 0; i < packages.size(); i++) {
            JsonObject one = packages.get(i);
            components.add(component(one, i));
            if (!one.texts("dependsOn").isEmpty()) {
                dependsOn.put(one.text("id"), one.texts("dependsOn"));
            }
        }
        return new Sbom(
                new Distribution(
                        os.text("id"),
                        os.text("versionId"),
                        os.text("prettyName"),
                        os.text("codename"),
                        List.of(),
                        ""),
                components,
                dependsOn,
                List.of());
    }

    private Component component(JsonObject one, int number) {
        JsonObject source = one.object("source");
        return new Component(
                "package " + number,
                one.text("id"),
                one.text("name"),
                one.text("version"),
                one.text("purl"),
                one.texts("licenses"),
                CycloneDxReader.source(source.text("name"), source.text("version")),
                purls.getOrDefault(one.text("owner"), ""),
                locations(one),
                new Stated(
                        Map.of(
                                "package:type", List.of(one.text("type")),
                                "package:architecture", List.of(one.text("architecture")),
                                "package:module", List.of(one.text("module")))));
    }

    private static List<Location> locations(JsonObject one) {
        return one.objects("locations").stream()
                .map(each ->
                        Stated.location(
                                each.text("path"),
                                each.text("identifiedBy"),
                                each.text("layer"),
                                each.text("detail")))
                .toList();
    }
}
