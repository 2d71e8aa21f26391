package io.plimsoll.engine;

import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.PathSet;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// Files that catalogers want by a path that leads over links: which files they are in the end, where
/// no cataloger would have taken them under their own path.
///
/// @param files real paths and the paths under which they are wanted
/// @param folders real folders and the folders under which their children are wanted
/// @param problems links that lead nowhere or in a circle
record LinkedFiles(Map<String, String> files, Map<String, String> folders, List<Problem> problems) {
    /// As many as Linux follows before it calls a path a loop (`MAXSYMLINKS`).
    private static final int MAX_LINKS = 40;

    boolean isEmpty() {
        return files.isEmpty() && folders.isEmpty();
    }

    /// The path under which a real path is wanted.
    Optional<String> wantedAs(String path) {
        String file = files.get(path);
        if (file != null) {
            return Optional.of(file);
        }
        String folder = folders.get(ImagePath.parent(path));
        return folder == null ? Optional.empty() : Optional.of(folder + "/" + ImagePath.name(path));
    }

    /// Finds them.
    ///
    /// @param links links that are there in the end, by path
    /// @param layers the layers that may hold their targets
    static LinkedFiles find(
            Map<String, String> links, SelectorIndex index, List<LayerInventory> layers) {
        LinkedFiles found = new LinkedFiles(new TreeMap<>(), new TreeMap<>(), new ArrayList<>());
        if (links.isEmpty()) {
            return found;
        }
        Map<String, String> known = new HashMap<>(links);
        for (String path : index.fixedPaths()) {
            found.follow(path, known, index, layers);
        }
        for (String path : links.keySet()) {
            if (!index.fixedPaths().contains(path) && !index.select(path).isEmpty()) {
                found.follow(path, known, index, layers);
            }
        }
        return found;
    }

    private void follow(
            String path,
            Map<String, String> links,
            SelectorIndex index,
            List<LayerInventory> layers) {
        Optional<String> end = resolve(path, links);
        if (end.isEmpty()) {
            problems.add(
                    Problem.of(
                            path,
                            "engine",
                            ProblemKind.MALFORMED,
                            "the links on the way to it go in a circle"));
            return;
        }
        String real = end.get();
        if (real.equals(path)) {
            return;
        }
        Set<String> fixed = index.fixedPaths();
        boolean isFile = layers.stream().anyMatch(layer -> layer.files().contains(real));
        if (!isFile) {
            unfollowed(path, real, layers);
            if (fixed.contains(path) && index.select(path).isEmpty() && !fixed.contains(real)) {
                folders.put(real, path);
            }
            return;
        }
        if (!index.select(real).containsAll(index.select(path))) {
            files.put(real, path);
        }
    }

    /// Says that a way ends at a folder that is none: a link that no cataloger's place leads over is
    /// not kept.
    private void unfollowed(String path, String real, List<LayerInventory> layers) {
        for (String at = ImagePath.parent(real); !at.equals("/"); at = ImagePath.parent(at)) {
            String above = at;
            if (layers.stream().anyMatch(layer -> layer.files().contains(above))) {
                problems.add(notFollowed(path, above));
                return;
            }
        }
    }

    /// That a file is wanted under a path whose links lead to another link.
    static Problem notFollowed(String path, String link) {
        return Problem.of(
                path,
                "engine",
                ProblemKind.UNSUPPORTED,
                "the links on the way to it lead over " + link + ", which is not followed");
    }

    /// The path without links, or nothing where they go in a circle.
    private static Optional<String> resolve(String path, Map<String, String> links) {
        String rest = path;
        String done = "";
        int followed = 0;
        while (!rest.isEmpty()) {
            int slash = rest.indexOf('/', 1);
            String next = done + (slash < 0 ? rest : rest.substring(0, slash));
            rest = slash < 0 ? "" : rest.substring(slash);
            String target = links.get(next);
            if (target == null) {
                done = next;
                continue;
            }
            followed++;
            if (followed > MAX_LINKS) {
                return Optional.empty();
            }
            String real = ImagePath.resolve(next, target);
            rest = real.equals("/") ? rest : real + rest;
            done = "";
        }
        return Optional.of(done.isEmpty() ? "/" : done);
    }

    /// Whether a layer may hold any of them.
    boolean mayBeIn(LayerInventory layer) {
        PathSet held = layer.files();
        return !folders.isEmpty() || files.keySet().stream().anyMatch(held::contains);
    }
}
