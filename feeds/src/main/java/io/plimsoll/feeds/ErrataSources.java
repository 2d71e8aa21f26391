package io.plimsoll.feeds;

import io.plimsoll.advisory.Affected;
import io.plimsoll.model.VersionRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Completes errata that name binary packages only. An erratum may leave out the very package that
/// its source is named after: ALSA-2026:4772 lists `glibc-utils` and the language packs, but not
/// `glibc`. Which packages are built together shows in the other errata, where they appear with one
/// and the same fixed version.
///
/// For each group of packages that an erratum fixes with one version, a name that some of them
/// extend (`glibc` of `glibc-utils`) and that stood beside one of them with an equal version in
/// another erratum is added as derived.
final class ErrataSources {
    private ErrataSources() {}

    /// The draft with the derived packages added; the same draft where nothing is to add.
    static SegmentDraft completed(SegmentDraft draft) {
        if (!namesBinaryPackages(draft.ecosystem())) {
            return draft;
        }
        Map<String, Set<String>> together = together(draft);
        List<SegmentDraft.Entry> entries = new ArrayList<>();
        for (SegmentDraft.Entry entry : draft.entries()) {
            entries.add(completed(entry, together));
        }
        return new SegmentDraft(draft.ecosystem(), entries);
    }

    private static boolean namesBinaryPackages(String ecosystem) {
        return ecosystem.startsWith("AlmaLinux") || ecosystem.startsWith("Rocky Linux");
    }

    /// For each stem, the packages extending it that were once fixed together with it.
    private static Map<String, Set<String>> together(SegmentDraft draft) {
        Map<String, Set<String>> together = new HashMap<>();
        for (SegmentDraft.Entry entry : draft.entries()) {
            for (List<String> group : groups(entry).values()) {
                Set<String> names = Set.copyOf(group);
                for (String name : group) {
                    for (String stem : stems(name)) {
                        if (names.contains(stem)) {
                            together.computeIfAbsent(stem, any -> new HashSet<>()).add(name);
                        }
                    }
                }
            }
        }
        return together;
    }

    private static SegmentDraft.Entry completed(
            SegmentDraft.Entry entry, Map<String, Set<String>> together) {
        Map<String, List<Affected>> packages = new LinkedHashMap<>(entry.packages());
        groups(entry)
                .values()
                .forEach(group -> {
                    for (String name : group) {
                        for (String stem : stems(name)) {
                            boolean built = together.getOrDefault(stem, Set.of()).contains(name);
                            if (built && !packages.containsKey(stem)) {
                                packages.put(stem, derived(packages.getOrDefault(name, List.of())));
                            }
                        }
                    }
                });
        return new SegmentDraft.Entry(entry.advisory(), packages);
    }

    private static List<Affected> derived(List<Affected> from) {
        return from.stream()
                .map(affected ->
                        new Affected(
                                0,
                                affected.ranges(),
                                affected.versions(),
                                affected.status(),
                                affected.module(),
                                affected.note(),
                                true))
                .toList();
    }

    /// The erratum's packages by the version that fixes them.
    private static Map<String, List<String>> groups(SegmentDraft.Entry entry) {
        Map<String, List<String>> groups = new LinkedHashMap<>();
        entry.packages()
                .forEach((name, all) ->
                        all.stream()
                                .flatMap(affected -> affected.ranges().stream())
                                .flatMap(range -> range.events().stream())
                                .filter(event -> event.kind() == VersionRange.Kind.FIXED)
                                .map(VersionRange.Event::version)
                                .distinct()
                                .forEach(version ->
                                        groups.computeIfAbsent(version, any -> new ArrayList<>())
                                                .add(name)));
        return groups;
    }

    /// The names that a name extends by a hyphen: `glibc-langpack` and `glibc` of
    /// `glibc-langpack-aa`.
    private static List<String> stems(String name) {
        List<String> stems = new ArrayList<>();
        for (int dash = name.lastIndexOf('-'); dash > 0; dash = name.lastIndexOf('-', dash - 1)) {
            stems.add(name.substring(0, dash));
        }
        return stems;
    }
}
