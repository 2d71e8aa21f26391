package io.plimsoll.report.compare;

import io.plimsoll.report.compare.Side.Entry;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// What changed from one report to a later one.
///
/// @param before the earlier one
/// @param after the later one
/// @param appeared findings that only the later one has, the worst first
/// @param gone findings that only the earlier one has, the worst first
/// @param changed findings of both whose severity or fixes differ, as they are in the later one
/// @param unchanged how many both have alike
/// @param packages packages that differ, by `type name`
public record Comparison(
        Side before,
        Side after,
        List<Change> appeared,
        List<Change> gone,
        List<Change> changed,
        int unchanged,
        SortedMap<String, Versions> packages) {
    /// A finding that changed.
    ///
    /// @param entry the finding, as it is where it is
    /// @param reason why, for people: another version, other data, other policy
    public record Change(Entry entry, String reason) {}

    /// The versions of a package in both reports; none where it is not there.
    public record Versions(SortedSet<String> before, SortedSet<String> after) {}

    /// Compares. Findings are the same where a package of the same name has a vulnerability with an
    /// id in common, whatever the version.
    public static Comparison of(Side before, Side after) {
        Map<String, Entry> known = index(before);
        Map<String, Entry> later = index(after);
        List<Change> appeared = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        int unchanged = 0;
        for (Entry entry : distinct(after)) {
            Optional<Entry> other = find(entry, known);
            if (other.isEmpty() || !other.get().suppressed().isEmpty()) {
                appeared.add(new Change(entry, whyNew(entry, other, before, after)));
            } else if (isAlike(entry, other.get())) {
                unchanged++;
            } else {
                changed.add(new Change(entry, difference(other.get(), entry)));
            }
        }
        List<Change> gone = new ArrayList<>();
        for (Entry entry : distinct(before)) {
            Optional<Entry> other = find(entry, later);
            if (other.isEmpty() || !other.get().suppressed().isEmpty()) {
                gone.add(new Change(entry, whyGone(entry, other, before, after)));
            }
        }
        for (List<Change> changes : List.of(appeared, gone, changed)) {
            changes.sort(Comparison::worstFirst);
        }
        return new Comparison(
                before, after, appeared, gone, changed, unchanged, packages(before, after));
    }

    private static int worstFirst(Change left, Change right) {
        int order = left.entry.severity().compareTo(right.entry.severity());
        if (order == 0) {
            order = left.entry.id().compareTo(right.entry.id());
        }
        return order != 0 ? order : left.entry.installed().compareTo(right.entry.installed());
    }

    /// The findings by each of their ids; of several versions of a package the one that counts.
    private static Map<String, Entry> index(Side side) {
        Map<String, Entry> index = new HashMap<>();
        for (Entry entry : side.findings()) {
            for (String id : entry.ids()) {
                String key = entry.installed() + "\n" + id;
                boolean counts = entry.suppressed().isEmpty();
                if (counts || !index.containsKey(key)) {
                    index.put(key, entry);
                }
            }
        }
        return index;
    }

    private static Optional<Entry> find(Entry entry, Map<String, Entry> index) {
        for (String id : entry.ids()) {
            Entry found = index.get(entry.installed() + "\n" + id);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /// The findings that count, one for each package and id.
    private static List<Entry> distinct(Side side) {
        SortedMap<String, Entry> distinct = new TreeMap<>();
        for (Entry entry : side.findings()) {
            if (entry.suppressed().isEmpty()) {
                distinct.putIfAbsent(entry.installed() + "\n" + entry.id(), entry);
            }
        }
        return List.copyOf(distinct.values());
    }

    private static boolean isAlike(Entry left, Entry right) {
        return left.severity() == right.severity() && left.fixed().equals(right.fixed());
    }

    private static String difference(Entry before, Entry after) {
        List<String> words = new ArrayList<>();
        if (before.severity() != after.severity()) {
            words.add("severity " + before.severity().word() + " -> " + after.severity().word());
        }
        if (!before.fixed().equals(after.fixed())) {
            words.add("fixed in " + versions(before.fixed()) + " -> " + versions(after.fixed()));
        }
        if (!before.version().equals(after.version())) {
            words.add("version " + before.version() + " -> " + after.version());
        }
        return String.join(", ", words);
    }

    private static String versions(List<String> versions) {
        return versions.isEmpty() ? "none" : String.join(", ", versions);
    }

    private static String whyNew(Entry entry, Optional<Entry> other, Side before, Side after) {
        if (other.isPresent()) {
            return "no longer suppressed by " + other.get().suppressed();
        }
        SortedSet<String> versions = versions(before, entry.installed());
        if (versions.isEmpty()) {
            return "the package is new";
        }
        return versions.contains(entry.version())
                ? data(before, after)
                : "version " + String.join(", ", versions) + " -> " + entry.version();
    }

    private static String whyGone(Entry entry, Optional<Entry> other, Side before, Side after) {
        if (other.isPresent()) {
            return "suppressed by " + other.get().suppressed();
        }
        SortedSet<String> versions = versions(after, entry.installed());
        if (versions.isEmpty()) {
            return "the package is gone";
        }
        return versions.contains(entry.version())
                ? data(before, after)
                : "version " + entry.version() + " -> " + String.join(", ", versions);
    }

    private static SortedSet<String> versions(Side side, String installed) {
        return side.packages().getOrDefault(installed, Collections.emptySortedSet());
    }

    /// The same version is judged otherwise: by other data, or in another distribution.
    private static String data(Side before, Side after) {
        for (Map.Entry<String, String> segment : after.data().entrySet()) {
            String was = before.data().getOrDefault(segment.getKey(), "");
            if (!was.isEmpty() && !was.equals(segment.getValue())) {
                return "advisory data of " + was + " -> " + segment.getValue();
            }
        }
        return before.data().keySet().equals(after.data().keySet())
                ? "advisory data changed"
                : "other advisory data: " + names(before, after);
    }

    private static String names(Side before, Side after) {
        SortedSet<String> names = new TreeSet<>(after.data().keySet());
        names.removeAll(before.data().keySet());
        return names.isEmpty() ? "fewer segments" : String.join(", ", names);
    }

    private static SortedMap<String, Versions> packages(Side before, Side after) {
        SortedSet<String> names = new TreeSet<>(before.packages().keySet());
        names.addAll(after.packages().keySet());
        SortedMap<String, Versions> differing = new TreeMap<>();
        for (String name : names) {
            SortedSet<String> was = versions(before, name);
            SortedSet<String> is = versions(after, name);
            if (!was.equals(is)) {
                differing.put(name, new Versions(was, is));
            }
        }
        return differing;
    }
}
