package io.plimsoll.report.dockerscan;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Printable;
import io.plimsoll.model.Severity;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// The table of the base image: its name, how many vulnerabilities it brings, how severe.
final class BaseImageTable {
    private BaseImageTable() {}

    static List<String> lines(String base, List<Finding> brought) {
        String name = Printable.of(base);
        String count = Integer.toString(brought.size());
        int names = Math.max("Base Image".length(), name.length());
        int counts = Math.max("Vulnerabilities".length(), count.length());
        return List.of(
                row("Base Image", names, "Vulnerabilities", counts, "Severity"),
                row(name, names, count, counts, severities(brought)));
    }

    private static String row(String first, int names, String second, int counts, String third) {
        return first
                + " ".repeat(names - first.length() + 2)
                + second
                + " ".repeat(counts - second.length() + 2)
                + third;
    }

    /// `1 critical, 454 high, 484 medium, 20 low`.
    private static String severities(List<Finding> findings) {
        Map<Severity, Integer> counts = new EnumMap<>(Severity.class);
        for (Finding finding : findings) {
            counts.merge(Issue.severity(finding), 1, Integer::sum);
        }
        List<String> words = new ArrayList<>();
        counts.forEach((severity, count) -> words.add(count + " " + severity.word()));
        return words.isEmpty() ? "none" : String.join(", ", words);
    }
}
