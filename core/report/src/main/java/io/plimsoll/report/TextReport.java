package io.plimsoll.report;

import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The report for people: the answer, what to do first, the detail, what was not judged.
final class TextReport implements ReportFormat {
    @Override
    public String name() {
        return "text";
    }

    @Override
    public void write(ScanReport report, View view, OutputStream out) throws IOException {
        Paint paint = new Paint(view.colour());
        List<String> lines = new ArrayList<>(TextSummary.lines(report, paint));
        ScanReport shown = Filter.apply(report, view);
        lines.add("");
        lines.addAll(TextActions.lines(shown, paint));
        TextFindings findings = new TextFindings(shown, view, paint);
        lines.addAll(findings.lines());
        lines.addAll(TextChecks.lines(shown, view, paint));
        lines.addAll(TextCoverage.lines(report, view, paint));
        lines.addAll(findings.more());
        out.write(text(lines).getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    /// The lines, with one blank line between parts, whichever parts there are.
    private static String text(List<String> lines) {
        StringBuilder text = new StringBuilder();
        boolean blank = false;
        for (String line : lines) {
            if (line.isBlank()) {
                blank = true;
                continue;
            }
            text.append(blank ? "\n" : "").append(line.stripTrailing()).append('\n');
            blank = false;
        }
        return text.toString();
    }
}
