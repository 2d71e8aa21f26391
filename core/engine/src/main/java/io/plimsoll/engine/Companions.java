package io.plimsoll.engine;

import io.plimsoll.catalog.Cataloger;
import io.plimsoll.catalog.SelectorIndex;
import io.plimsoll.image.LayerEntry;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Files that can be read only together with a file beside them, such as a database and its log: both
/// are held in memory until the layer has passed, since either may come first.
final class Companions {
    /// A file with all its companions, and who wants it.
    record Complete(FileBytes file, List<Cataloger> catalogers) {}

    private final SelectorIndex index;
    private final Limits limits;
    private final Map<String, MemorySegment> held = new TreeMap<>();

    Companions(SelectorIndex index, Limits limits) {
        this.index = index;
        this.limits = limits;
    }

    /// Holds an entry if it is a companion or has one.
    ///
    /// @return whether it was taken, so that the caller leaves it alone
    boolean takes(LayerEntry entry, List<Cataloger> selected, List<Problem> problems)
            throws IOException {
        boolean wanted = isMain(selected) || isCompanion(entry.path());
        if (!wanted) {
            return false;
        }
        try (InputStream in = entry.stream()) {
            limits.check(Limit.MEMORY_FILE, entry.size(), entry.path());
            held.put(entry.path(), MemorySegment.ofArray(in.readAllBytes()).asReadOnly());
        } catch (LimitExceededException tooLarge) {
            problems.add(
                    Problem.of(
                            entry.path(),
                            "engine",
                            ProblemKind.LIMIT,
                            String.valueOf(tooLarge.getMessage())));
        }
        return true;
    }

    /// The files that wait for companions, with those that came.
    List<Complete> complete() {
        List<Complete> complete = new ArrayList<>();
        held.forEach((path, bytes) -> {
            List<Cataloger> selected = index.select(path);
            if (isMain(selected)) {
                complete.add(
                        new Complete(
                                new FileBytes(path, bytes, companionsOf(path), limits), selected));
            }
        });
        return complete;
    }

    private Map<String, FileBytes> companionsOf(String path) {
        Map<String, FileBytes> found = new TreeMap<>();
        for (String suffix : index.companions()) {
            MemorySegment bytes = held.get(path + suffix);
            if (bytes != null) {
                found.put(suffix, new FileBytes(path + suffix, bytes, Map.of(), limits));
            }
        }
        return found;
    }

    private static boolean isMain(List<Cataloger> selected) {
        return selected.stream().anyMatch(each -> !each.selector().companions().isEmpty());
    }

    private boolean isCompanion(String path) {
        for (String suffix : index.companions()) {
            if (path.endsWith(suffix)
                    && isMain(index.select(path.substring(0, path.length() - suffix.length())))) {
                return true;
            }
        }
        return false;
    }
}
