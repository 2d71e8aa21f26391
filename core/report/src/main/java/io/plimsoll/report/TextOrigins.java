package io.plimsoll.report;

import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What the head of the text report says of the base image.
final class TextOrigins {
    private TextOrigins() {}

    /// ` · base image debian:12.5-slim`; empty where it is not known.
    static String base(ScanReport report) {
        Optional<BaseImage> base = report.target().base();
        return base.isPresent() ? " · base image " + Printable.of(base.get().reference()) : "";
    }

    /// `base image 120 · your layers 33`; empty where no origin is known.
    static String counts(ScanReport report) {
        List<String> parts = new ArrayList<>();
        add(parts, report, Origin.BASE, "base image ");
        add(parts, report, Origin.OWN, "your layers ");
        if (parts.isEmpty()) {
            return "";
        }
        add(parts, report, Origin.UNKNOWN, "unknown origin ");
        return String.join(" · ", parts);
    }

    /// `   5 left out: plimsoll.yaml 3, vex.json (OpenVEX) 2`; empty where no file leaves out any.
    static String leftOut(ScanReport report) {
        Map<String, Integer> counts = new TreeMap<>();
        int all = 0;
        for (Suppressed each : report.assessment().suppressed()) {
            if (!isByOrigin(each)) {
                counts.merge(file(each.by()), 1, Integer::sum);
                all++;
            }
        }
        List<String> parts = new ArrayList<>();
        counts.forEach((by, count) -> parts.add(Printable.of(by) + " " + count));
        return all == 0 ? "" : "   " + all + " left out: " + String.join(", ", parts);
    }

    /// Without the line of the rule.
    private static String file(String by) {
        int end = by.length();
        while (end > 0 && Character.isDigit(by.charAt(end - 1))) {
            end--;
        }
        boolean hasLine = end > 1 && end < by.length() && by.charAt(end - 1) == ':';
        return hasLine ? by.substring(0, end - 1) : by;
    }

    private static void add(List<String> parts, ScanReport report, Origin origin, String name) {
        long shown = 0;
        for (Finding finding : report.assessment().findings()) {
            shown += finding.origin() == origin ? 1 : 0;
        }
        long hidden = 0;
        for (Suppressed suppressed : report.assessment().suppressed()) {
            hidden += isByOrigin(suppressed) && suppressed.finding().origin() == origin ? 1 : 0;
        }
        if (shown + hidden > 0) {
            parts.add(name + (shown + hidden) + (hidden > 0 ? " (left out)" : ""));
        }
    }

    /// Whether `--exclude-base` or `--only-base` took a finding out.
    private static boolean isByOrigin(Suppressed suppressed) {
        return suppressed.by().equals("--exclude-base") || suppressed.by().equals("--only-base");
    }
}
