package io.plimsoll.engine;

import io.plimsoll.model.Digest;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.LongMap;
import io.plimsoll.model.PackageRecord;
import io.plimsoll.model.PathSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Lays layers over one another: which files of each are still there in the end, and which layer
/// brought each package.
///
/// Source: OCI image specification, `layer.md`, "Applying changesets" and "Whiteouts".
final class Squash {
    /// A file that is there in the end, and the layer that holds it.
    ///
    /// @param layer index of the layer, oldest first
    record Visible(int layer, FileCatalog catalog) {}

    private final List<LayerInventory> layers;
    private final List<Visible> visible = new ArrayList<>();
    private final List<Map.Entry<Integer, String>> executables = new ArrayList<>();
    private final Map<String, String> links = new HashMap<>();
    private final Map<String, List<Visible>> history = new HashMap<>();
    private final IdentityHashMap<FileCatalog, Set<List<String>>> identities =
            new IdentityHashMap<>();

    /// @param layers oldest first
    Squash(List<LayerInventory> layers, Scope scope) {
        this.layers = layers;
        Hidden hidden = new Hidden();
        for (int number = layers.size() - 1; number >= 0; number--) {
            LayerInventory layer = layers.get(number);
            for (FileCatalog catalog : layer.catalogs()) {
                Visible one = new Visible(number, catalog);
                history.computeIfAbsent(key(catalog), any -> new ArrayList<>()).add(one);
                if (scope == Scope.ALL_LAYERS || !hidden.hides(catalog.path())) {
                    visible.add(one);
                }
            }
            for (String path : layer.executables()) {
                if (!hidden.hides(path)) {
                    executables.add(Map.entry(number, path));
                }
            }
            for (Map.Entry<String, String> link : layer.links().entrySet()) {
                if (!hidden.hides(link.getKey())) {
                    links.putIfAbsent(link.getKey(), link.getValue());
                }
            }
            hidden.add(layer);
        }
    }

    /// The files that are there in the end.
    List<Visible> visible() {
        return visible;
    }

    /// Native executables that are there in the end.
    List<String> executables() {
        return executables.stream().map(Map.Entry::getValue).sorted().toList();
    }

    /// Symbolic links that are there in the end, by path.
    Map<String, String> links() {
        return links;
    }

    /// The layer that brought a package: the oldest from which on every version of its file, up to
    /// the visible one, holds the same package.
    Optional<Digest> broughtBy(Visible file, PackageRecord record) {
        int layer = file.layer();
        for (Visible older : history.getOrDefault(key(file.catalog()), List.of())) {
            if (older.layer() >= file.layer()) {
                continue;
            }
            if (!identities(older.catalog()).contains(identity(record))) {
                break;
            }
            layer = older.layer();
        }
        return layers.get(layer).diffId();
    }

    private Set<List<String>> identities(FileCatalog catalog) {
        return identities.computeIfAbsent(
                catalog,
                each -> {
                    Set<List<String>> all = new HashSet<>();
                    each.packages().forEach(record -> all.add(identity(record)));
                    return all;
                });
    }

    private static List<String> identity(PackageRecord record) {
        return List.of(
                record.type().purlType(),
                record.namespace(),
                record.name(),
                record.version(),
                record.architecture());
    }

    private static String key(FileCatalog catalog) {
        return catalog.cataloger() + "\0" + catalog.path();
    }

    /// What the layers above hide, growing from the top down.
    private static final class Hidden {
        private final LongMap files = new LongMap();
        private final LongMap whiteouts = new LongMap();
        private final LongMap opaque = new LongMap();

        void add(LayerInventory layer) {
            for (long hash : layer.files().hashes()) {
                files.putIfAbsent(hash, 0);
            }
            layer.whiteouts().forEach(path -> whiteouts.putIfAbsent(PathSet.hash(path), 0));
            layer.opaque().forEach(path -> opaque.putIfAbsent(PathSet.hash(path), 0));
        }

        /// Whether a path below is replaced or deleted, itself or through a folder above it.
        boolean hides(String path) {
            String at = path;
            while (true) {
                long hash = PathSet.hash(at);
                boolean inOpaque = !at.equals(path) && opaque.contains(hash);
                if (files.contains(hash) || whiteouts.contains(hash) || inOpaque) {
                    return true;
                }
                if (at.equals("/")) {
                    return false;
                }
                at = ImagePath.parent(at);
            }
        }
    }
}
