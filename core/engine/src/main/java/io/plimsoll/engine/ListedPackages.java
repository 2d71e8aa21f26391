package io.plimsoll.engine;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// An inventory of packages that somebody listed: purls, or an SBOM.
final class ListedPackages {
    private final Map<Distribution, List<PackageMerger.Found>> found = new LinkedHashMap<>();
    private final IdentityHashMap<PackageMerger.Found, String> refs = new IdentityHashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Distribution named = Distribution.UNKNOWN;

    /// Adds a package of a distribution; unknown where its kind has none.
    void add(PackageMerger.Found one, Distribution distribution) {
        add(one, distribution, "");
    }

    /// The same, with what the list calls it; empty where it has no name to refer to.
    void add(PackageMerger.Found one, Distribution distribution, String ref) {
        found.computeIfAbsent(distribution, any -> new ArrayList<>()).add(one);
        if (!ref.isEmpty()) {
            refs.put(one, ref);
        }
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /// The distribution that the list names as a whole.
    void distribution(Distribution distribution) {
        named = distribution;
    }

    /// The inventory: its distribution is the named one, else that of most packages.
    Inventory inventory() {
        return inventory(Map.of());
    }

    /// The same, with links between packages as the list states them by reference; they count before
    /// those that follow from requirements.
    Inventory inventory(Map<String, List<String>> dependsOn) {
        Distribution main = named.isKnown() ? named : mostFrequent();
        List<InstalledPackage> packages = new ArrayList<>();
        Map<String, Distribution> others = new HashMap<>();
        List<PackageMerger.Found> ofMain = new ArrayList<>();
        found.forEach((distribution, list) -> {
            if (!distribution.isKnown() || isSame(distribution, main)) {
                ofMain.addAll(list);
                return;
            }
            List<InstalledPackage> merged = merged(distribution, list);
            merged.forEach(each -> others.put(each.id(), distribution));
            packages.addAll(merged);
        });
        packages.addAll(merged(main, ofMain));
        packages.sort(Comparator.comparing(InstalledPackage::id));
        return new Inventory(
                main,
                others,
                withStated(DependencyLinks.linked(packages), dependsOn),
                List.of(),
                problems.stream().distinct().sorted().toList());
    }

    private List<InstalledPackage> merged(
            Distribution distribution, List<PackageMerger.Found> list) {
        PackageMerger merger = new PackageMerger(distribution);
        List<InstalledPackage> merged = merger.merge(list);
        for (PackageMerger.Found each : list) {
            String ref = refs.get(each);
            if (ref != null) {
                ids.put(ref, merger.idOf(each));
            }
        }
        return merged;
    }

    private List<InstalledPackage> withStated(
            List<InstalledPackage> packages, Map<String, List<String>> dependsOn) {
        Map<String, TreeSet<String>> links = new HashMap<>();
        dependsOn.forEach((ref, needed) -> {
            String id = ids.getOrDefault(ref, "");
            for (String each : needed) {
                String other = ids.getOrDefault(each, "");
                if (!id.isEmpty() && !other.isEmpty() && !other.equals(id)) {
                    links.computeIfAbsent(id, any -> new TreeSet<>()).add(other);
                }
            }
        });
        return packages.stream()
                .map(one -> {
                    TreeSet<String> needed = links.get(one.id());
                    return needed == null ? one : one.needing(List.copyOf(needed));
                })
                .toList();
    }

    private Distribution mostFrequent() {
        return found.entrySet().stream()
                .filter(each -> each.getKey().isKnown())
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .map(Map.Entry::getKey)
                .orElse(Distribution.UNKNOWN);
    }

    private static boolean isSame(Distribution one, Distribution main) {
        boolean sameVersion = one.versionId().isEmpty() || one.versionId().equals(main.versionId());
        return one.id().equals(main.id()) && sameVersion;
    }
}
