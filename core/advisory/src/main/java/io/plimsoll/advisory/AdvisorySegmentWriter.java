package io.plimsoll.advisory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Builds the bytes of one advisory segment. The same advisories in any order give the same bytes.
public final class AdvisorySegmentWriter {
    private record Entry(Advisory advisory, Map<String, List<Affected>> packages) {}

    private final List<Entry> entries = new ArrayList<>();

    /// Adds an advisory and what it says of each package, by folded package name. The numbers in
    /// `affected` are replaced.
    public void add(Advisory advisory, Map<String, List<Affected>> packages) {
        entries.add(new Entry(advisory, Map.copyOf(packages)));
    }

    /// Advisories so far.
    public int advisories() {
        return entries.size();
    }

    /// Distinct package names so far.
    public int packages() {
        return (int)
                entries.stream()
                        .flatMap(each -> each.packages.keySet().stream())
                        .distinct()
                        .count();
    }

    /// The finished segment.
    ///
    /// @throws IllegalArgumentException if two advisories have the same id
    public byte[] toByteArray() {
        entries.sort(Comparator.comparing(entry -> entry.advisory().id()));
        Dictionary dictionary = new Dictionary();
        AdvisoryCodec codec = new AdvisoryCodec(dictionary);
        TableWriter advisories = new TableWriter();
        Map<String, List<Affected>> byPackage = new TreeMap<>(SegmentKeys.ORDER);
        String before = "";
        for (int number = 0; number < entries.size(); number++) {
            Entry entry = entries.get(number);
            if (entry.advisory().id().equals(before)) {
                throw new IllegalArgumentException("advisory '" + before + "' stands twice");
            }
            before = entry.advisory().id();
            ByteWriter value = new ByteWriter();
            codec.write(entry.advisory(), value);
            advisories.add(SegmentKeys.number(number), value.toByteArray());
            collect(entry, number, byPackage);
        }
        TableWriter packages = new TableWriter();
        byPackage.forEach((name, all) -> packages.add(bytes(name), encode(all, codec)));
        ByteWriter segment = SegmentFile.begin(3);
        dictionary.appendTo(segment);
        packages.appendTo(segment);
        advisories.appendTo(segment);
        return segment.toByteArray();
    }

    private static void collect(Entry entry, int number, Map<String, List<Affected>> byPackage) {
        entry.packages()
                .forEach((name, all) -> {
                    List<Affected> list = byPackage.computeIfAbsent(name, any -> new ArrayList<>());
                    all.forEach(each -> list.add(numbered(each, number)));
                });
    }

    private static Affected numbered(Affected affected, int number) {
        return new Affected(
                number,
                affected.ranges(),
                affected.versions(),
                affected.status(),
                affected.module(),
                affected.note(),
                affected.derived());
    }

    private static byte[] encode(List<Affected> all, AdvisoryCodec codec) {
        ByteWriter writer = new ByteWriter();
        writer.writeVarint(all.size());
        all.forEach(each -> codec.write(each, writer));
        return writer.toByteArray();
    }

    private static byte[] bytes(String name) {
        return name.getBytes(StandardCharsets.UTF_8);
    }
}
