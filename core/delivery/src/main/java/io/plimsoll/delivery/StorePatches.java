package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.PatchInfo;
import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.SegmentPatch;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.model.Digest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Makes the patches of a new store: from each segment of the store before to the segment of the same
/// name, and beside them those of earlier days that lead to it.
public final class StorePatches {
    /// Earlier versions of a segment that patches lead from. Each costs some 300 bytes of index a
    /// segment; who is further behind fetches whole segments.
    static final int GENERATIONS = 7;

    private final Path previous;
    private final StoreIndex before;

    /// @param previous the folder of the store before, whose index is read at once, so that the new
    ///     store may be written over it
    /// @throws io.plimsoll.advisory.AdvisoryStoreException if there is none
    public StorePatches(Path previous) throws IOException {
        this.previous = previous;
        this.before = AdvisoryStore.readIndex(previous);
    }

    /// Writes the patches.
    ///
    /// @param store where the segments of the new index lie, and the patches go
    /// @return the index with patches
    public StoreIndex addTo(StoreIndex index, Path store) throws IOException {
        StoreWriter writer = new StoreWriter(store);
        Map<Digest, PatchInfo> patches = new HashMap<>();
        before.patches().forEach(patch -> patches.put(patch.from(), patch));
        Set<PatchInfo> wanted = new HashSet<>();
        for (SegmentInfo segment : index.segments()) {
            Optional<SegmentInfo> old = before.find(segment.name());
            if (old.isEmpty()) {
                continue;
            }
            if (!old.get().digest().equals(segment.digest())) {
                patch(old.get(), segment, store, writer)
                        .ifPresent(patch -> patches.put(patch.from(), patch));
            }
            chain(segment, List.copyOf(patches.values()), wanted);
        }
        for (PatchInfo patch : wanted) {
            Path kept = store.resolve(patch.fileName());
            if (!Files.exists(kept)) {
                writer.writePatch(Files.readAllBytes(previous.resolve(patch.fileName())));
            }
        }
        return index.with(List.copyOf(wanted));
    }

    private Optional<PatchInfo> patch(
            SegmentInfo older, SegmentInfo newer, Path store, StoreWriter writer)
            throws IOException {
        Optional<byte[]> patch =
                SegmentPatch.between(
                        Files.readAllBytes(previous.resolve(older.fileName())),
                        Files.readAllBytes(store.resolve(newer.fileName())));
        if (patch.isEmpty() || patch.get().length >= newer.size()) {
            return Optional.empty();
        }
        Digest digest = writer.writePatch(patch.get());
        return Optional.of(
                new PatchInfo(older.digest(), newer.digest(), digest, patch.get().length));
    }

    /// Adds the patches that lead to a segment, as long as all together are smaller than it.
    private static void chain(SegmentInfo segment, List<PatchInfo> patches, Set<PatchInfo> wanted) {
        Digest at = segment.digest();
        long size = 0;
        for (int i = 0; i < GENERATIONS; i++) {
            Digest target = at;
            Optional<PatchInfo> last =
                    patches.stream().filter(each -> each.to().equals(target)).findFirst();
            if (last.isEmpty() || size + last.get().size() >= segment.size()) {
                return;
            }
            wanted.add(last.get());
            size += last.get().size();
            at = last.get().from();
        }
    }
}
