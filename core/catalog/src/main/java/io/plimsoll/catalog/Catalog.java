package io.plimsoll.catalog;

import io.plimsoll.model.Distribution;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.Problem;
import java.util.List;
import java.util.Optional;

/// What one file says.
///
/// @param packages in the order of the file
/// @param ownerships which files belong to which package
/// @param distribution the distribution, where the file is about that
/// @param problems what could not be read; without a layer
public record Catalog(
        List<PackageRecord> packages,
        List<Ownership> ownerships,
        Optional<Distribution> distribution,
        List<Problem> problems) {
    /// Nothing found, nothing wrong.
    public static final Catalog EMPTY =
            new Catalog(List.of(), List.of(), Optional.empty(), List.of());

    public Catalog {
        packages = List.copyOf(packages);
        ownerships = List.copyOf(ownerships);
        problems = List.copyOf(problems);
    }

    public static Catalog of(List<PackageRecord> packages, List<Problem> problems) {
        return new Catalog(packages, List.of(), Optional.empty(), problems);
    }
}
