package io.plimsoll.engine;

import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Evidence;
import io.plimsoll.model.IdentifiedBy;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.Purl;
import io.plimsoll.model.SourcePackage;
import io.plimsoll.model.TargetDescription;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads the packages of our own report back.
final class ReportTarget {
    private final JsonObject root;
    private final Path file;
    private final ListedPackages packages = new ListedPackages();
    private final Map<String, JsonObject> byId = new HashMap<>();

    ReportTarget(JsonObject root, Path file) {
        this.root = root;
        this.file = file;
    }

    ScannedTarget read() {
        JsonObject os = root.object("target").object("os");
        packages.distribution(
                new Distribution(
                        os.text("id"),
                        os.text("versionId"),
                        os.text("prettyName"),
                        os.text("codename"),
                        List.of(),
                        ""));
        List<JsonObject> all = root.objects("packages");
        all.forEach(each -> byId.put(each.text("id"), each));
        for (int i = 0; i < all.size(); i++) {
            add(all.get(i), i);
        }
        return new ScannedTarget(
                TargetDescription.of("sbom", file.toString()),
                withDependencies(packages.inventory()),
                true);
    }

    /// The packages with the links that the report states: it has no requirements to find them by.
    private Inventory withDependencies(Inventory inventory) {
        return new Inventory(
                inventory.distribution(),
                inventory.others(),
                inventory.packages().stream().map(this::withDependencies).toList(),
                inventory.unownedExecutables(),
                inventory.problems());
    }

    private InstalledPackage withDependencies(InstalledPackage one) {
        JsonObject stated = byId.get(one.id());
        return stated == null
                ? one
                : new InstalledPackage(
                        one.id(),
                        one.record(),
                        one.purl(),
                        one.locations(),
                        stated.texts("dependsOn").stream().filter(byId::containsKey).toList(),
                        one.origin(),
                        one.owner());
    }

    private void add(JsonObject one, int number) {
        try {
            PackageRecord record = record(one);
            Distribution distribution = PurlPackages.distribution(Purl.parse(one.text("purl")));
            for (Location location : locations(one)) {
                packages.add(
                        new PackageMerger.Found(
                                record.withEvidence(location.evidence()), location, owner(one)),
                        distribution);
            }
        } catch (IllegalArgumentException unusable) {
            packages.problem(
                    Problem.of(
                            file.toString(),
                            "sbom",
                            ProblemKind.MALFORMED,
                            "package " + number + ": " + unusable.getMessage()));
        }
    }

    private static PackageRecord record(JsonObject one) {
        PackageRecord.Builder builder =
                PackageRecord.builder(
                                LayerCodec.type(one.text("type")),
                                one.text("name"),
                                one.text("version"))
                        .namespace(one.text("namespace"))
                        .architecture(one.text("architecture"))
                        .module(one.text("module"))
                        .licenses(one.texts("licenses"));
        JsonObject source = one.object("source");
        if (!source.text("name").isEmpty()) {
            builder.source(new SourcePackage(source.text("name"), source.text("version")));
        }
        return builder.build();
    }

    private Optional<Owners.Owner> owner(JsonObject one) {
        JsonObject owner = byId.get(one.text("owner"));
        if (owner == null) {
            return Optional.empty();
        }
        String architecture = owner.text("architecture");
        return Optional.of(
                new Owners.Owner(
                        LayerCodec.type(owner.text("type")),
                        owner.text("name") + (architecture.isEmpty() ? "" : ":" + architecture)));
    }

    private static List<Location> locations(JsonObject one) {
        List<Location> locations = new ArrayList<>();
        for (JsonObject location : one.objects("locations")) {
            locations.add(
                    new Location(
                            new Evidence(
                                    location.text("path"),
                                    CycloneDxTarget.identifiedBy(location.text("identifiedBy")),
                                    location.text("detail")),
                            Digest.tryParse(location.text("layer"))));
        }
        return locations.isEmpty()
                ? List.of(new Location(new Evidence("", IdentifiedBy.SBOM), Optional.empty()))
                : locations;
    }
}
