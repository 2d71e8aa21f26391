package io.plimsoll.model;

import java.util.List;

/// What is in a target.
///
/// @param distribution the distribution, or {@link Distribution#UNKNOWN}
/// @param packages sorted by id
/// @param unownedExecutables paths of executables that no package owns, sorted
/// @param problems what could not be read, sorted
public record Inventory(
        Distribution distribution,
        List<InstalledPackage> packages,
        List<String> unownedExecutables,
        List<Problem> problems) {
    public Inventory {
        packages = List.copyOf(packages);
        unownedExecutables = List.copyOf(unownedExecutables);
        problems = List.copyOf(problems);
    }
}
