package io.plimsoll.engine;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// An inventory of packages that somebody listed: purls, or an SBOM.
final class ListedPackages {
    private final Map<Distribution, List<PackageMerger.Found>> found = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private Distribution named = Distribution.UNKNOWN;

    /// Adds a package of a distribution; unknown where its kind has none.
    void add(PackageMerger.Found one, Distribution distribution) {
        found.computeIfAbsent(distribution, any -> new ArrayList<>()).add(one);
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
        Distribution main = named.isKnown() ? named : mostFrequent();
        List<InstalledPackage> packages = new ArrayList<>();
        Map<String, Distribution> others = new HashMap<>();
        List<PackageMerger.Found> ofMain = new ArrayList<>();
        found.forEach((distribution, list) -> {
            if (!distribution.isKnown() || isSame(distribution, main)) {
                ofMain.addAll(list);
                return;
            }
            List<InstalledPackage> merged = new PackageMerger(distribution).merge(list);
            merged.forEach(each -> others.put(each.id(), distribution));
            packages.addAll(merged);
        });
        packages.addAll(new PackageMerger(main).merge(ofMain));
        packages.sort(Comparator.comparing(InstalledPackage::id));
        return new Inventory(
                main,
                others,
                DependencyLinks.linked(packages),
                List.of(),
                problems.stream().distinct().sorted().toList());
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
