package io.plimsoll.report;

import io.plimsoll.model.ScanReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/// Reports as text.
final class Rendered {
    private Rendered() {}

    static String of(String format, ScanReport report, View view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.of(format).orElseThrow().write(report, view, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    static String of(String format, ScanReport report) throws IOException {
        return of(format, report, View.EVERYTHING);
    }
}
