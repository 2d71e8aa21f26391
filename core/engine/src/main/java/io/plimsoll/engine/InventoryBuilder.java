package io.plimsoll.engine;

import io.plimsoll.catalog.os.DistributionCataloger;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Location;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PackageType;
import io.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes one inventory of the layers of a target.
final class InventoryBuilder {
    private InventoryBuilder() {}

    /// @param squash the layers laid over one another
    /// @param layers oldest first
    /// @param more problems that belong to the target as a whole
    static Inventory build(Squash squash, List<LayerInventory> layers, List<Problem> more) {
        Owners owners = new Owners();
        squash.visible().forEach(file -> file.catalog().ownerships().forEach(owners::add));
        Distribution distribution = distribution(squash);
        List<PackageMerger.Found> found = new ArrayList<>();
        for (Squash.Visible file : squash.visible()) {
            for (PackageRecord record : file.catalog().packages()) {
                Optional<Owners.Owner> owner =
                        record.type().isSystem()
                                ? Optional.empty()
                                : owners.of(record.evidence().file());
                Location location = new Location(record.evidence(), squash.broughtBy(file, record));
                found.add(new PackageMerger.Found(record, location, owner));
            }
        }
        List<InstalledPackage> packages = new PackageMerger(distribution).merge(found);
        return new Inventory(
                distribution,
                Map.of(),
                DependencyLinks.linked(packages),
                unowned(squash, owners),
                problems(layers, more));
    }

    /// Executables that neither a system package nor an npm package's folder holds.
    private static List<String> unowned(Squash squash, Owners owners) {
        Set<String> folders = new HashSet<>();
        for (Squash.Visible file : squash.visible()) {
            for (PackageRecord record : file.catalog().packages()) {
                if (record.type() == PackageType.NPM) {
                    folders.add(ImagePath.parent(record.evidence().file()));
                }
            }
        }
        return squash.executables().stream()
                .filter(path -> owners.of(path).isEmpty() && !isBelow(path, folders))
                .toList();
    }

    private static boolean isBelow(String path, Set<String> folders) {
        String at = path;
        while (!at.equals("/")) {
            at = ImagePath.parent(at);
            if (folders.contains(at)) {
                return true;
            }
        }
        return false;
    }

    private static List<Problem> problems(List<LayerInventory> layers, List<Problem> more) {
        List<Problem> problems = new ArrayList<>(more);
        for (LayerInventory layer : layers) {
            for (Problem problem : layer.problems()) {
                Optional<Digest> diffId = layer.diffId();
                boolean needsLayer = problem.layer().isEmpty() && diffId.isPresent();
                problems.add(needsLayer ? problem.in(diffId.get()) : problem);
            }
        }
        return problems.stream().distinct().sorted().toList();
    }

    /// The distribution by the most trustworthy file that names one.
    private static Distribution distribution(Squash squash) {
        return squash.visible().stream()
                .filter(file -> file.catalog().distribution().isPresent())
                .min(InventoryBuilder::byTrust)
                .flatMap(file -> file.catalog().distribution())
                .orElse(Distribution.UNKNOWN);
    }

    private static int byTrust(Squash.Visible left, Squash.Visible right) {
        int byRank = Integer.compare(rank(left), rank(right));
        return byRank != 0 ? byRank : left.catalog().path().compareTo(right.catalog().path());
    }

    private static int rank(Squash.Visible file) {
        String evidence = file.catalog().distribution().map(Distribution::evidence).orElse("");
        return DistributionCataloger.FILES.indexOf(evidence);
    }
}
