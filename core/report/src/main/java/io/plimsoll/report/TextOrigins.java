package io.plimsoll.report;

import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
