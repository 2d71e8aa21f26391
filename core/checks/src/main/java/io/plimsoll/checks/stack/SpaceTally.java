package io.plimsoll.checks.stack;

import io.plimsoll.model.LongMap;
import io.plimsoll.model.PathSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Reckons how well layers use their space, from the top layer down.
///
/// The efficiency is that of dive: for each path the smallest size that it has in any layer, as a share
/// of all the sizes that it has. A deleted path needs no byte. Other than dive, files below a deleted
/// folder count as deleted themselves.
///
/// Source: dive, `filetree/efficiency.go`.
final class SpaceTally {
    /// Paths of which waste is told apart; of more, the sum alone.
    private static final int MOST_PATHS = 200_000;

    private final LongMap indexes = new LongMap();
    private final Map<String, WastedFile> wasted = new HashMap<>();
    private long[] least = new long[1024];
    private int paths;
    private long bytes;
    private long wastedBytes;
    private final long[] layers;
    private final long[] wastedLayers;

    /// @param layers how many there are
    SpaceTally(int layers) {
        this.layers = new long[layers];
        this.wastedLayers = new long[layers];
    }

    void add(int layer, String path, long size, Fate fate) {
        bytes += size;
        layers[layer] += size;
        long needed = fate.kind() == Fate.Kind.DELETED ? 0 : size;
        long hash = PathSet.hash(path);
        int index = indexes.get(hash);
        if (index == LongMap.ABSENT) {
            indexes.put(hash, paths);
            least = paths == least.length ? Arrays.copyOf(least, paths * 2) : least;
            least[paths++] = needed;
        } else {
            least[index] = Math.min(least[index], needed);
        }
        if (!fate.visible() && size > 0) {
            waste(layer, path, size, index == LongMap.ABSENT);
        }
    }

    private void waste(int layer, String path, long size, boolean goneInTheEnd) {
        wastedBytes += size;
        wastedLayers[layer] += size;
        WastedFile known = wasted.get(path);
        if (known != null) {
            wasted.put(path, known.plus(layer, size));
        } else if (wasted.size() < MOST_PATHS) {
            wasted.put(path, new WastedFile(path, size, 1, goneInTheEnd, layer, size));
        }
    }

    long bytes() {
        return bytes;
    }

    /// Bytes of a layer.
    long bytes(int layer) {
        return layers[layer];
    }

    long wastedBytes(int layer) {
        return wastedLayers[layer];
    }

    long wastedBytes() {
        return wastedBytes;
    }

    double efficiency() {
        long needed = 0;
        for (int i = 0; i < paths; i++) {
            needed += least[i];
        }
        return bytes == 0 ? 1 : (double) needed / bytes;
    }

    /// The paths that waste most, the worst first.
    List<WastedFile> worst(int most) {
        List<WastedFile> all = new ArrayList<>(wasted.values());
        all.sort((left, right) -> {
            int byBytes = Long.compare(right.bytes(), left.bytes());
            return byBytes != 0 ? byBytes : left.path().compareTo(right.path());
        });
        return List.copyOf(all.subList(0, Math.min(most, all.size())));
    }
}
