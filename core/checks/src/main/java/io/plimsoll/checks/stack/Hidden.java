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
    private boolean empty = true;

    /// Files of a folder come one after another.
    private String lastFolder = "";

    private int ofLastFolder = LongMap.ABSENT;

    void add(int layer, LayerFacts facts) {
        empty = false;
        lastFolder = "";
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
        if (empty) {
            return Fate.VISIBLE;
        }
        long own = PathSet.hash(path);
        int best = whiteouts.get(own);
        boolean deleted = best != LongMap.ABSENT;
        int replaced = lowest(files.get(own), folders.get(own));
        if (replaced != LongMap.ABSENT && (best == LongMap.ABSENT || replaced <= best)) {
            best = replaced;
            deleted = false;
        }
        int above = above(path);
        if (above != LongMap.ABSENT && (best == LongMap.ABSENT || above < best)) {
            best = above;
            deleted = true;
        }
        if (best == LongMap.ABSENT) {
            return Fate.VISIBLE;
        }
        return new Fate(deleted ? Fate.Kind.DELETED : Fate.Kind.REPLACED, best);
    }

    /// The lowest layer that hides a folder above a path.
    private int above(String path) {
        String folder = ImagePath.parent(path);
        if (!folder.equals(lastFolder)) {
            lastFolder = folder;
            ofLastFolder = LongMap.ABSENT;
            PathSet.forEachFolder(path, this::lower);
        }
        return ofLastFolder;
    }

    private void lower(long folder) {
        int hiding = lowest(whiteouts.get(folder), opaque.get(folder));
        ofLastFolder = lowest(ofLastFolder, lowest(files.get(folder), hiding));
    }

    private static int lowest(int left, int right) {
        if (left == LongMap.ABSENT) {
            return right;
        }
        return right == LongMap.ABSENT ? left : Math.min(left, right);
    }
}
