package io.plimsoll.sbom;

import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Location;
import io.plimsoll.model.SourcePackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads Syft's own JSON.
///
/// Source: Syft, `schema/json/schema-16.0.0.json`, and `syft/format/syftjson/model`.
final class SyftReader {
    /// Parts of a modularity label that name the stream: `nodejs:18` of `nodejs:18:8060020230`.
    private static final int STREAM_PARTS = 2;

    private final JsonObject root;
    private final Map<String, String> purls = new HashMap<>();
    private final Map<String, String> owners = new HashMap<>();
    private final Map<String, List<String>> dependsOn = new HashMap<>();

    SyftReader(JsonObject root) {
        this.root = root;
    }

    Sbom read() {
        List<JsonObject> artifacts = root.objects("artifacts");
        artifacts.forEach(each -> purls.put(each.text("id"), each.text("purl")));
        root.objects("artifactRelationships").forEach(this::relationship);
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < artifacts.size(); i++) {
            components.add(component(artifacts.get(i), i));
        }
        return new Sbom(distribution(), components, dependsOn, List.of());
    }

    private void relationship(JsonObject link) {
        String parent = link.text("parent");
        String child = link.text("child");
        switch (link.text("type")) {
            case "dependency-of" ->
                    dependsOn.computeIfAbsent(child, any -> new ArrayList<>()).add(parent);
            case "ownership-by-file-overlap" -> owners.put(child, purls.getOrDefault(parent, ""));
            default -> {}
        }
    }

    private Component component(JsonObject artifact, int number) {
        JsonObject metadata = artifact.object("metadata");
        String id = artifact.text("id");
        return new Component(
                "artifact " + number,
                id,
                artifact.text("name"),
                artifact.text("version"),
                artifact.text("purl"),
                licenses(artifact),
                source(artifact, metadata),
                owners.getOrDefault(id, ""),
                locations(artifact),
                new Stated(stated(metadata)));
    }

    /// Architecture and module, for purls that lack them.
    private static Map<String, List<String>> stated(JsonObject metadata) {
        Map<String, List<String>> stated = new HashMap<>();
        String arch = metadata.text("arch");
        String architecture = arch.isEmpty() ? metadata.text("architecture") : arch;
        if (!architecture.isEmpty()) {
            stated.put("package:architecture", List.of(architecture));
        }
        String[] label = metadata.text("modularityLabel").split(":", -1);
        if (label.length >= STREAM_PARTS) {
            stated.put("package:module", List.of(label[0] + ":" + label[1]));
        }
        return stated;
    }

    /// The source package by the metadata of dpkg and apk. What rpm says, `sourceRpm`, is in the purl too.
    private static Optional<SourcePackage> source(JsonObject artifact, JsonObject metadata) {
        String version = artifact.text("version");
        String source = metadata.text("source");
        String sourceVersion = metadata.text("sourceVersion");
        return switch (artifact.text("type")) {
            case "deb" ->
                    CycloneDxReader.source(
                            source, sourceVersion.isEmpty() ? version : sourceVersion);
            case "apk" -> CycloneDxReader.source(metadata.text("originPackage"), version);
            default -> Optional.empty();
        };
    }

    /// Texts until schema 7, objects since.
    private static List<String> licenses(JsonObject artifact) {
        return artifact.array("licenses").values().stream()
                .map(each -> {
                    String expression = each.asObject().text("spdxExpression");
                    String value = each.asObject().text("value");
                    return each instanceof JsonValue.Text(String text)
                            ? text
                            : expression.isEmpty() ? value : expression;
                })
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static List<Location> locations(JsonObject artifact) {
        return artifact.objects("locations").stream()
                .filter(each -> !each.text("path").isEmpty())
                .map(each ->
                        Stated.location(
                                CycloneDxReader.absolute(each.text("path")),
                                "",
                                each.text("layerID"),
                                ""))
                .toList();
    }

    private Distribution distribution() {
        JsonObject distro = root.object("distro");
        String id = distro.text("id");
        if (id.isEmpty()) {
            // Until schema 1.1 the id was called name.
            id = distro.text("name").contains(" ") ? "" : distro.text("name");
        }
        String version = distro.text("versionID");
        String pretty = distro.text("prettyName");
        return id.isEmpty()
                ? Distribution.UNKNOWN
                : new Distribution(
                        id,
                        version.isEmpty() ? distro.text("version") : version,
                        pretty.isEmpty() ? id : pretty,
                        distro.text("versionCodename"),
                        distro.texts("idLike"),
                        "");
    }
}
