package io.plimsoll.model;

import java.util.List;
import java.util.Optional;

/// A package of the target, in all the places where it lies.
///
/// @param id unique in the report: its purl, with `#2`, `#3` … behind it where several share one
/// @param record what its metadata says
/// @param purl its package URL, with the distribution as a qualifier
/// @param locations sorted by path, never empty
/// @param dependsOn ids of the packages that it requires, sorted
/// @param origin base image or own layers
/// @param owner id of the system package whose files this one is made of
public record InstalledPackage(
        String id,
        PackageRecord record,
        String purl,
        List<Location> locations,
        List<String> dependsOn,
        Origin origin,
        Optional<String> owner) {
    public InstalledPackage {
        Check.notEmpty(id, "package id");
        locations = List.copyOf(locations);
        dependsOn = List.copyOf(dependsOn);
    }

    /// The same package with where it came from.
    public InstalledPackage from(Origin newOrigin) {
        return new InstalledPackage(id, record, purl, locations, dependsOn, newOrigin, owner);
    }

    /// The same package with other packages that it requires.
    public InstalledPackage needing(List<String> ids) {
        return new InstalledPackage(id, record, purl, locations, ids, origin, owner);
    }

    /// The layer that brought it first.
    public Optional<Digest> layer() {
        return locations.isEmpty() ? Optional.empty() : locations.getFirst().layer();
    }
}
