package io.plimsoll.catalog;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What a package manager itself knows of the use of its packages.
///
/// @param sizes bytes that each package takes when installed, by its name
/// @param unneeded names of packages that came only because others wanted them, and that no other wants
///     any longer
/// @param recommended names of installed packages that one recommends without needing them, by its name
public record PackageNeeds(
        Map<String, Long> sizes, Set<String> unneeded, Map<String, Set<String>> recommended) {
    /// Nothing is known.
    public static final PackageNeeds NONE = new PackageNeeds(Map.of(), Set.of(), Map.of());

    public PackageNeeds {
        sizes = new TreeMap<>(sizes);
        unneeded = new TreeSet<>(unneeded);
        recommended = new TreeMap<>(recommended);
    }
}
