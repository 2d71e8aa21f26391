package io.plimsoll.report;

import java.util.List;
import java.util.Optional;

/// All report formats.
public final class ReportFormats {
    private static final List<ReportFormat> ALL =
            List.of(new TextReport(), new JsonReport(), new CycloneDxReport());

    private ReportFormats() {}

    public static List<ReportFormat> all() {
        return ALL;
    }

    /// The format with this name.
    public static Optional<ReportFormat> of(String name) {
        return ALL.stream().filter(format -> format.name().equals(name)).findFirst();
    }
}
