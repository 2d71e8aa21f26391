package io.plimsoll.report.base;

import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Advice on the base image of a target, in one of the formats.
public final class BaseReports {
    /// The formats by name.
    public static final List<String> FORMATS = List.of("text", "json");

    private BaseReports() {}

    /// Writes it.
    ///
    /// @param format one of {@link #FORMATS}
    /// @param report the scan that the advice is about
    /// @throws IOException if the bytes could not be written
    public static void write(String format, ScanReport report, BaseAdvice advice, OutputStream out)
            throws IOException {
        if (format.equals("json")) {
            BaseJson.write(report, advice, out);
            return;
        }
        String text = String.join("\n", BaseText.lines(report, advice)) + "\n";
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
