package io.plimsoll.cli;

import io.plimsoll.advisory.Advisory;
import io.plimsoll.advisory.AdvisorySegment;
import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.Affected;
import io.plimsoll.advisory.SegmentInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/// What differs between two stores: segments, and the advisories in those that both have.
final class StoreDiff {
    private StoreDiff() {}

    static String text(AdvisoryStore older, AdvisoryStore newer) {
        TreeSet<String> names = new TreeSet<>();
        older.index().segments().forEach(each -> names.add(each.name()));
        newer.index().segments().forEach(each -> names.add(each.name()));
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            line(older, newer, name).ifPresent(line -> text.append(line).append('\n'));
        }
        return text.isEmpty() ? "the same data\n" : text.toString();
    }

    private static Optional<String> line(AdvisoryStore older, AdvisoryStore newer, String name) {
        Optional<SegmentInfo> before = older.index().find(name);
        Optional<SegmentInfo> after = newer.index().find(name);
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.of(name + (before.isEmpty() ? "  is new" : "  is gone"));
        }
        if (before.get().digest().equals(after.get().digest())) {
            return Optional.empty();
        }
        if (after.get().kind() != SegmentInfo.Kind.ADVISORIES) {
            return Optional.of(
                    name
                            + "  "
                            + before.get().records()
                            + " -> "
                            + after.get().records()
                            + " records");
        }
        return Optional.of(
                advisories(name, older.advisories(before.get()), newer.advisories(after.get())));
    }

    private static String advisories(String name, AdvisorySegment older, AdvisorySegment newer) {
        Map<String, String> before = contents(older);
        Map<String, String> after = contents(newer);
        List<String> fresh = new ArrayList<>();
        List<String> gone = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        after.forEach((id, content) -> {
            String known = before.get(id);
            if (known == null) {
                fresh.add(id);
            } else if (!known.equals(content)) {
                changed.add(id);
            }
        });
        before.keySet().stream().filter(id -> !after.containsKey(id)).forEach(gone::add);
        StringBuilder text =
                new StringBuilder(name)
                        .append("  ")
                        .append(fresh.size())
                        .append(" new, ")
                        .append(gone.size())
                        .append(" gone, ")
                        .append(changed.size())
                        .append(" changed");
        append(text, "+", fresh);
        append(text, "-", gone);
        append(text, "~", changed);
        return text.toString();
    }

    private static void append(StringBuilder text, String sign, List<String> ids) {
        ids.forEach(id -> text.append("\n  ").append(sign).append(' ').append(id));
    }

    /// Each advisory's content as text, what it says of packages included.
    private static Map<String, String> contents(AdvisorySegment segment) {
        Map<Integer, StringBuilder> packages = new TreeMap<>();
        segment.forEachPackage((name, all) -> {
            for (Affected affected : all) {
                packages.computeIfAbsent(affected.advisory(), any -> new StringBuilder())
                        .append(name)
                        .append(affected.ranges())
                        .append(affected.versions())
                        .append(affected.status())
                        .append(affected.module());
            }
        });
        Map<String, String> contents = new TreeMap<>();
        int[] number = new int[1];
        segment.forEachAdvisory((Advisory advisory) -> {
            StringBuilder said = packages.getOrDefault(number[0], new StringBuilder());
            contents.put(advisory.id(), advisory + said.toString());
            number[0]++;
        });
        return contents;
    }
}
