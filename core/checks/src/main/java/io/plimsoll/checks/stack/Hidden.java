package io.plimsoll.checks.stack;

import io.plimsoll.checks.facts.FileNames;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.model.ImagePath;
import io.plimsoll.model.LongMap;
import io.plimsoll.model.PathSet;

/// What the layers above hide and which of them does, growing from the top down: of several, the lowest
/// counts.
///
/// Source: OCI image specification, `layer.md`, "Applying changesets" and "Whiteouts".
final class Hidden {
    private final LongMap files = new LongMap();
    private final LongMap folders = new LongMap();
    private final LongMap whiteouts = new LongMap();
    private final LongMap opaque = new LongMap();

    void add(int layer, LayerFacts facts) {
        facts.names()
                .forEach((path, size) -> {
                    LongMap all = size == FileNames.FOLDER ? folders : files;
                    all.put(PathSet.hash(path), layer);
                });
        facts.whiteouts().forEach(path -> whiteouts.put(PathSet.hash(path), layer));
        facts.opaque().forEach(path -> opaque.put(PathSet.hash(path), layer));
    }

    /// What becomes of a path of the next layer below.
    Fate of(String path) {
        long own = PathSet.hash(path);
        int best = whiteouts.get(own);
        boolean deleted = best != LongMap.ABSENT;
        int replaced = lowest(files.get(own), folders.get(own));
        if (replaced != LongMap.ABSENT && (best == LongMap.ABSENT || replaced < best)) {
            best = replaced;
            deleted = false;
        }
        String at = path;
        while (!at.equals("/")) {
            at = ImagePath.parent(at);
            long hash = PathSet.hash(at);
            int above = lowest(files.get(hash), lowest(whiteouts.get(hash), opaque.get(hash)));
            if (above != LongMap.ABSENT && (best == LongMap.ABSENT || above < best)) {
                best = above;
                deleted = true;
            }
        }
        if (best == LongMap.ABSENT) {
            return Fate.VISIBLE;
        }
        return new Fate(deleted ? Fate.Kind.DELETED : Fate.Kind.REPLACED, best);
    }

    private static int lowest(int left, int right) {
        if (left == LongMap.ABSENT) {
            return right;
        }
        return right == LongMap.ABSENT ? left : Math.min(left, right);
    }
}
