package io.plimsoll.cli;

import io.plimsoll.advisory.SegmentInfo;
import io.plimsoll.advisory.StoreIndex;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/// The segments of a store as a table.
final class StoreStatus {
    private StoreStatus() {}

    static String text(Path store, StoreIndex index, LocalDate today) {
        StringBuilder text = new StringBuilder();
        long size = index.segments().stream().mapToLong(SegmentInfo::size).sum();
        text.append(store)
                .append("\nbuilt ")
                .append(index.created())
                .append(
                        String.format(
                                Locale.ROOT,
                                ", %d segments, %.1f MB\n\n",
                                index.segments().size(),
                                size / 1e6));
        text.append(row("segment", "records", "kB", "newest", "age", "licence"));
        for (SegmentInfo segment : index.segments()) {
            text.append(
                    row(
                            segment.name(),
                            Integer.toString(segment.records()),
                            Long.toString((segment.size() + 999) / 1000),
                            segment.modified().map(LocalDate::toString).orElse("unknown"),
                            segment.modified()
                                    .map(day -> ChronoUnit.DAYS.between(day, today) + " d")
                                    .orElse(""),
                            segment.license()));
        }
        return text.toString();
    }

    private static String row(
            String name, String records, String size, String newest, String age, String license) {
        return String.format(
                Locale.ROOT,
                "%-40s %8s %6s  %-10s %6s  %s\n",
                name,
                records,
                size,
                newest,
                age,
                license);
    }
}
