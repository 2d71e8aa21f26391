package io.plimsoll.engine;

import io.plimsoll.catalog.Ownership;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.PackageRecord;
import java.util.List;
import java.util.Optional;

/// What one file of a layer says, by one cataloger.
///
/// @param path absolute path of the file
/// @param cataloger the cataloger's id
/// @param packages packages that the file describes
/// @param ownerships files that belong to packages
/// @param distribution the distribution, where the file is about that
record FileCatalog(
        String path,
        String cataloger,
        List<PackageRecord> packages,
        List<Ownership> ownerships,
        Optional<Distribution> distribution) {
    FileCatalog {
        packages = List.copyOf(packages);
        ownerships = List.copyOf(ownerships);
    }
}
