package io.plimsoll.sbom;

import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Location;
import io.plimsoll.model.SourcePackage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a CycloneDX document. Besides our own properties it knows those in which Trivy and Syft say
/// what matching needs.
///
/// Source: CycloneDX 1.2 to 1.6, `bom-1.6.schema.json`; for the properties Trivy's
/// `pkg/sbom/core/bom.go` and Syft's `syft/format/internal/cyclonedxutil`.
final class CycloneDxReader {
    private static final String TRIVY = "aquasecurity:trivy:";

    private final JsonObject root;
    private final List<Component> components = new ArrayList<>();
    private Distribution distribution = Distribution.UNKNOWN;

    CycloneDxReader(JsonObject root) {
        this.root = root;
    }

    Sbom read() {
        List<JsonObject> all = new ArrayList<>();
        collect(root.objects("components"), all);
        for (int i = 0; i < all.size(); i++) {
            add(all.get(i), i);
        }
        Map<String, List<String>> dependsOn = new HashMap<>();
        for (JsonObject dependency : root.objects("dependencies")) {
            List<String> needed = dependency.texts("dependsOn");
            if (!needed.isEmpty()) {
                dependsOn.put(dependency.text("ref"), needed);
            }
        }
        return new Sbom(distribution, components, dependsOn, List.of());
    }

    private static void collect(List<JsonObject> from, List<JsonObject> all) {
        for (JsonObject component : from) {
            all.add(component);
            collect(component.objects("components"), all);
        }
    }

    private void add(JsonObject component, int number) {
        String type = component.text("type");
        if (type.equals("operating-system")) {
            distribution = distribution(component);
        } else if (isPackage(component, type)) {
            components.add(component(component, number));
        }
    }

    /// An application without version is a lock file or folder with what is in it; files are no packages.
    private static boolean isPackage(JsonObject component, String type) {
        boolean named = !component.text("purl").isEmpty() || !component.text("cpe").isEmpty();
        return named
                || switch (type) {
                    case "file", "container", "device" -> false;
                    case "application" -> !component.text("version").isEmpty();
                    default -> true;
                };
    }

    private static Component component(JsonObject component, int number) {
        List<JsonObject> properties = component.objects("properties");
        Stated stated = Stated.ofProperties(properties);
        String group = component.text("group");
        String name = component.text("name");
        boolean bare = stated.isOurs() || group.isEmpty();
        return new Component(
                "component " + number,
                component.text("bom-ref"),
                bare ? name : group + "/" + name,
                component.text("version"),
                component.text("purl"),
                licenses(component),
                source(stated, properties),
                owner(stated),
                stated.isOurs() ? stated.locations() : locations(properties),
                stated);
    }

    private static String owner(Stated stated) {
        String owner = stated.first("package:owner");
        int number = owner.indexOf('#');
        return number < 0 ? owner : owner.substring(0, number);
    }

    private static List<String> licenses(JsonObject component) {
        return component.objects("licenses").stream()
                .map(each -> {
                    JsonObject license = each.object("license");
                    String expression = each.text("expression");
                    String id = license.text("id");
                    return expression.isEmpty()
                            ? (id.isEmpty() ? license.text("name") : id)
                            : expression;
                })
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static Optional<SourcePackage> source(Stated stated, List<JsonObject> properties) {
        if (stated.isOurs()) {
            return source(stated.first("source:name"), stated.first("source:version"));
        }
        String version = property(properties, TRIVY + "SrcVersion");
        String release = property(properties, TRIVY + "SrcRelease");
        String epoch = property(properties, TRIVY + "SrcEpoch");
        boolean noEpoch = epoch.isEmpty() || epoch.equals("0");
        return source(
                property(properties, TRIVY + "SrcName"),
                (noEpoch ? "" : epoch + ":") + version + (release.isEmpty() ? "" : "-" + release));
    }

    /// A source package where both its name and its version are known.
    static Optional<SourcePackage> source(String name, String version) {
        return name.isEmpty() || version.isEmpty()
                ? Optional.empty()
                : Optional.of(new SourcePackage(name, version));
    }

    private static List<Location> locations(List<JsonObject> properties) {
        List<Location> locations = new ArrayList<>();
        String layer = property(properties, TRIVY + "LayerDiffID");
        String path = property(properties, TRIVY + "FilePath");
        if (!layer.isEmpty() || !path.isEmpty()) {
            locations.add(Stated.location(absolute(path), "", layer, ""));
        }
        for (int i = 0; ; i++) {
            String syft = property(properties, "syft:location:" + i + ":path");
            if (syft.isEmpty()) {
                return locations;
            }
            String in = property(properties, "syft:location:" + i + ":layerID");
            locations.add(Stated.location(absolute(syft), "", in, ""));
        }
    }

    static String absolute(String path) {
        return path.isEmpty() || path.startsWith("/") ? path : "/" + path;
    }

    private static Distribution distribution(JsonObject component) {
        List<JsonObject> properties = component.objects("properties");
        Stated stated = Stated.ofProperties(properties);
        String name = component.text("name");
        String version = component.text("version");
        String description = component.text("description");
        String codename = stated.first("os:codename");
        return new Distribution(
                name,
                version,
                description.isEmpty() ? (name + " " + version).strip() : description,
                codename.isEmpty() ? property(properties, "syft:distro:versionCodename") : codename,
                stated.all("os:like"),
                stated.first("os:evidence"));
    }

    private static String property(List<JsonObject> properties, String name) {
        for (JsonObject property : properties) {
            if (property.text("name").equals(name)) {
                return property.text("value");
            }
        }
        return "";
    }
}
