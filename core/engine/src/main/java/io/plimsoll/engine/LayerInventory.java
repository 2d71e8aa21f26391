package io.plimsoll.engine;

import io.plimsoll.model.Digest;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What one layer holds, whatever lies below or above it: the unit of the cache.
///
/// @param diffId the computed digest of the uncompressed layer; for a layer that an engine keeps as a
///     folder the stated one; empty for a root file system
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

    /// This layer under the diff id that its image states, where none could be computed: a layer that
    /// an engine keeps as a folder.
    LayerInventory orDiffId(Optional<Digest> stated) {
        return diffId.isPresent() || stated.isEmpty()
                ? this
                : new LayerInventory(
                        stated,
                        size,
                        catalogs,
                        files,
                        whiteouts,
                        opaque,
                        links,
                        executables,
                        problems);
    }

    /// This layer with what linked files in it say, filed under the files' own paths: a link above
    /// must not hide the file that it leads to.
    LayerInventory with(LayerInventory linked, LinkedFiles wanted) {
        Map<String, String> realPaths = new HashMap<>();
        wanted.files().forEach((real, path) -> realPaths.put(path, real));
        wanted.folders().forEach((real, path) -> realPaths.put(path, real));
        List<FileCatalog> all = new ArrayList<>(catalogs);
        for (FileCatalog catalog : linked.catalogs()) {
            String folder = ImagePath.parent(catalog.path());
            String real =
                    realPaths.getOrDefault(
                            catalog.path(),
                            realPaths.getOrDefault(folder, folder)
                                    + "/"
                                    + ImagePath.name(catalog.path()));
            all.add(
                    new FileCatalog(
                            real,
                            catalog.cataloger(),
                            catalog.packages(),
                            catalog.ownerships(),
                            catalog.distribution()));
        }
        List<Problem> allProblems = new ArrayList<>(problems);
        allProblems.addAll(linked.problems());
        return new LayerInventory(
                diffId, size, all, files, whiteouts, opaque, links, executables, allProblems);
    }
}
