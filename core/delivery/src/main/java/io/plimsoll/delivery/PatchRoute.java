package io.plimsoll.delivery;

import io.plimsoll.advisory.PatchInfo;
import io.plimsoll.model.Digest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/// Which patches lead from a segment that is here to one that is wanted.
final class PatchRoute {
    private final Map<Digest, List<PatchInfo>> byTarget = new HashMap<>();

    PatchRoute(List<PatchInfo> patches) {
        for (PatchInfo patch : patches) {
            byTarget.computeIfAbsent(patch.to(), any -> new ArrayList<>()).add(patch);
        }
    }

    private record Step(Digest at, List<PatchInfo> patches, long size) {}

    /// The shortest way, its first patch first; nothing where none is cheaper than a number of bytes.
    Optional<List<PatchInfo>> to(Digest wanted, long below, Predicate<Digest> isHere) {
        Deque<Step> open = new ArrayDeque<>();
        Set<Digest> seen = new HashSet<>();
        open.add(new Step(wanted, List.of(), 0));
        while (!open.isEmpty()) {
            Step step = open.remove();
            for (PatchInfo patch : byTarget.getOrDefault(step.at(), List.of())) {
                long size = step.size() + patch.size();
                if (size >= below || !seen.add(patch.from())) {
                    continue;
                }
                List<PatchInfo> patches = new ArrayList<>();
                patches.add(patch);
                patches.addAll(step.patches());
                if (isHere.test(patch.from())) {
                    return Optional.of(patches);
                }
                open.add(new Step(patch.from(), patches, size));
            }
        }
        return Optional.empty();
    }
}
