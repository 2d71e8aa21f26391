package io.plimsoll.engine;

import io.plimsoll.model.Digest;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one layer holds, whatever lies below or above it: the unit of the cache.
///
/// @param diffId the computed digest of the uncompressed layer; empty for a folder
/// @param size bytes of the uncompressed layer
/// @param catalogs what its files say, in the order of the layer
/// @param files paths of everything in it that is no folder: each hides the same path below
/// @param whiteouts paths that it deletes from the layers below
/// @param opaque folders whose content below it hides
/// @param links symbolic links that stand where catalogers look, by path; targets as written
/// @param executables paths of native executables
/// @param problems what could not be read
record LayerInventory(
        Optional<Digest> diffId,
        long size,
        List<FileCatalog> catalogs,
        PathSet files,
        List<String> whiteouts,
        List<String> opaque,
        Map<String, String> links,
        List<String> executables,
        List<Problem> problems) {
    LayerInventory {
        catalogs = List.copyOf(catalogs);
        whiteouts = List.copyOf(whiteouts);
        opaque = List.copyOf(opaque);
        links = new TreeMap<>(links);
        executables = List.copyOf(executables);
        problems = List.copyOf(problems);
    }

    /// A layer of which nothing could be believed but why.
    static LayerInventory unreadable(List<Problem> problems) {
        return new LayerInventory(
                Optional.empty(),
                0,
                List.of(),
                PathSet.empty(),
                List.of(),
                List.of(),
                Map.of(),
                List.of(),
                problems);
    }
}
