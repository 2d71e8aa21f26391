package io.plimsoll.engine;

import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Purl;
import io.plimsoll.model.Relations;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.TargetDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads a CycloneDX document: components by their purls, and what our own documents say in
/// properties besides.
///
/// Source: CycloneDX 1.4 to 1.6, JSON.
final class CycloneDxTarget {
    private static final String PREFIX = "plimsoll:";

    private final JsonObject root;
    private final Path file;
    private final ListedPackages packages = new ListedPackages();
    private final Map<String, String> systemNames = new HashMap<>();

    CycloneDxTarget(JsonObject root, Path file) {
        this.root = root;
        this.file = file;
    }

    ScannedTarget read() {
        List<JsonObject> components = new ArrayList<>();
        collect(root.objects("components"), components);
        components.forEach(this::name);
        for (int i = 0; i < components.size(); i++) {
            component(components.get(i), i);
        }
        return new ScannedTarget(
                TargetDescription.of("sbom", file.toString()), packages.inventory(), true);
    }

    private static void collect(List<JsonObject> from, List<JsonObject> all) {
        for (JsonObject component : from) {
            all.add(component);
            collect(component.objects("components"), all);
        }
    }

    /// Remembers which reference stands for which package, for owners.
    private void name(JsonObject component) {
        String architecture = property(component, "package:architecture");
        systemNames.put(
                component.text("bom-ref"),
                component.text("name") + (architecture.isEmpty() ? "" : ":" + architecture));
    }

    private void component(JsonObject component, int number) {
        if (component.text("type").equals("operating-system")) {
            packages.distribution(distribution(component));
            return;
        }
        if (component.text("purl").isEmpty()) {
            if (!component.text("type").equals("file")) {
                problem(number, component, "the component has no purl: it cannot be judged");
            }
            return;
        }
        try {
            Purl purl = Purl.parse(component.text("purl"));
            add(component, purl);
        } catch (IllegalArgumentException unusable) {
            problem(number, component, String.valueOf(unusable.getMessage()));
        }
    }

    private void add(JsonObject component, Purl purl) {
        List<Location> locations = locations(component);
        PackageRecord fromPurl = PurlPackages.record(purl, locations.getFirst().evidence());
        PackageRecord record = completed(fromPurl, component);
        Optional<Owners.Owner> owner = owner(component);
        for (Location location : locations) {
            packages.add(
                    new PackageMerger.Found(
                            record.withEvidence(location.evidence()), location, owner),
                    PurlPackages.distribution(purl));
        }
    }

    /// The record with what our own properties add to the purl.
    private static PackageRecord completed(PackageRecord record, JsonObject component) {
        String version = component.text("version");
        boolean ours = !property(component, "package:type").isEmpty();
        String sourceName = property(component, "source:name");
        String sourceVersion = property(component, "source:version");
        boolean noSource = ours && (sourceName.isEmpty() || sourceVersion.isEmpty());
        Optional<SourcePackage> source =
                sourceName.isEmpty() || sourceVersion.isEmpty()
                        ? record.source()
                        : Optional.of(new SourcePackage(sourceName, sourceVersion));
        return new PackageRecord(
                record.type(),
                record.namespace(),
                ours ? component.text("name") : record.name(),
                ours || record.version().isEmpty() ? version : record.version(),
                noSource ? Optional.empty() : source,
                record.architecture(),
                ours ? property(component, "package:module") : record.module(),
                licenses(component),
                new Relations(properties(component, "requires"), properties(component, "provides")),
                record.evidence());
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

    private static List<Location> locations(JsonObject component) {
        List<Location> locations = new ArrayList<>();
        for (String text : properties(component, "location")) {
            String[] parts = text.split("\t", -1);
            if (parts.length == 4) {
                locations.add(
                        new Location(
                                new Evidence(parts[0], identifiedBy(parts[1]), parts[3]),
                                Digest.tryParse(parts[2])));
            }
        }
        if (locations.isEmpty()) {
            locations.add(new Location(new Evidence("", IdentifiedBy.SBOM), Optional.empty()));
        }
        return locations;
    }

    static IdentifiedBy identifiedBy(String word) {
        for (IdentifiedBy each : IdentifiedBy.values()) {
            if (each.word().equals(word)) {
                return each;
            }
        }
        return IdentifiedBy.SBOM;
    }

    private Optional<Owners.Owner> owner(JsonObject component) {
        String owner = property(component, "package:owner");
        if (owner.isEmpty()) {
            return Optional.empty();
        }
        try {
            Purl purl =
                    Purl.parse(
                            owner.contains("#") ? owner.substring(0, owner.indexOf('#')) : owner);
            return Optional.of(
                    new Owners.Owner(
                            LayerCodec.type(purl.type()),
                            systemNames.getOrDefault(owner, purl.name())));
        } catch (IllegalArgumentException noPurl) {
            return Optional.empty();
        }
    }

    private static Distribution distribution(JsonObject component) {
        return new Distribution(
                component.text("name"),
                component.text("version"),
                component.text("description").isEmpty()
                        ? (component.text("name") + " " + component.text("version")).strip()
                        : component.text("description"),
                property(component, "os:codename"),
                properties(component, "os:like"),
                property(component, "os:evidence"));
    }

    private void problem(int number, JsonObject component, String reason) {
        packages.problem(
                Problem.of(
                        file.toString(),
                        "sbom",
                        ProblemKind.MALFORMED,
                        "component " + number + " \"" + component.text("name") + "\": " + reason));
    }

    private static String property(JsonObject component, String name) {
        List<String> all = properties(component, name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    private static List<String> properties(JsonObject component, String name) {
        return component.objects("properties").stream()
                .filter(property -> property.text("name").equals(PREFIX + name))
                .map(property -> property.text("value"))
                .toList();
    }
}
