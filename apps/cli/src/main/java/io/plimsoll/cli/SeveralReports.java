package io.plimsoll.cli;

import io.plimsoll.model.ScanReport;
import io.plimsoll.report.ReportFormat;
import io.plimsoll.report.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

/// The reports of an image's platforms in one output: one after another as text, in one document as
/// JSON.
///
/// Source: `docs/reports-schema.json`.
final class SeveralReports {
    private static final String JSON = "json";
    private static final Set<String> FORMATS = Set.of("text", JSON);

    private SeveralReports() {}

    static boolean canHold(ReportFormat format) {
        return FORMATS.contains(format.name());
    }

    static void write(List<ScanReport> reports, ReportFormat format, View view, OutputStream out)
            throws IOException {
        boolean json = format.name().equals(JSON);
        String separator = json ? "," : "\n";
        write(json ? "{ \"schema\": \"plimsoll-reports/1\", \"reports\": [\n" : "", out);
        for (int i = 0; i < reports.size(); i++) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            format.write(reports.get(i), view, bytes);
            write(i == 0 ? "" : separator, out);
            bytes.writeTo(out);
        }
        write(json ? "] }\n" : "", out);
    }

    private static void write(String text, OutputStream out) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
