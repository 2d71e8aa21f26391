package io.plimsoll.model;

import java.util.List;
import java.util.Map;

/// What is in a target.
///
/// @param distribution the distribution, or {@link Distribution#UNKNOWN}
/// @param others distributions of packages that are of another one than the target, by package id;
///     only lists of purls and SBOMs mix distributions
/// @param packages sorted by id
/// @param unownedExecutables paths of executables that no package owns, sorted
/// @param problems what could not be read, sorted
public record Inventory(
        Distribution distribution,
        Map<String, Distribution> others,
        List<InstalledPackage> packages,
        List<String> unownedExecutables,
        List<Problem> problems) {
    public Inventory {
        others = Map.copyOf(others);
        packages = List.copyOf(packages);
        unownedExecutables = List.copyOf(unownedExecutables);
        problems = List.copyOf(problems);
    }

    /// Whether it is known of any package who brought it.
    public boolean knowsOrigins() {
        for (InstalledPackage each : packages) {
            if (each.origin() != Origin.UNKNOWN) {
                return true;
            }
        }
        return false;
    }

    /// The distribution that a package is of.
    public Distribution distributionOf(InstalledPackage installed) {
        return others.getOrDefault(installed.id(), distribution);
    }
}
