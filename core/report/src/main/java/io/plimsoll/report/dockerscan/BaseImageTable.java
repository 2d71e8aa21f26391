package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Printable;
import io.plimsoll.model.Severity;
import io.plimsoll.model.SeverityCounts;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A table of base images: name, how many vulnerabilities each brings, how severe.
final class BaseImageTable {
    private static final String NAME = "Base Image";
    private static final String COUNT = "Vulnerabilities";

    private BaseImageTable() {}

    /// A line.
    record Row(String image, SeverityCounts counts) {}

    static List<String> lines(List<Row> rows) {
        int names = NAME.length();
        int counts = COUNT.length();
        for (Row row : rows) {
            names = Math.max(names, Printable.of(row.image()).length());
            counts = Math.max(counts, count(row).length());
        }
        List<String> lines = new ArrayList<>();
        lines.add(line(NAME, names, COUNT, counts, "Severity"));
        for (Row row : rows) {
            lines.add(
                    line(
                            Printable.of(row.image()),
                            names,
                            count(row),
                            counts,
                            severities(row.counts())));
        }
        return lines;
    }

    private static String count(Row row) {
        return Integer.toString(row.counts().total());
    }

    private static String line(String first, int names, String second, int counts, String third) {
        return first
                + " ".repeat(names - first.length() + 2)
                + second
                + " ".repeat(counts - second.length() + 2)
                + third;
    }

    /// `1 critical, 454 high, 484 medium, 20 low`.
    private static String severities(SeverityCounts counts) {
        Map<Severity, Integer> known = new EnumMap<>(Severity.class);
        counts.bySeverity()
                .forEach((severity, count) ->
                        known.merge(Issue.severity(severity), count, Integer::sum));
        return new SeverityCounts(known).toString();
    }
}
