package io.plimsoll.report;

import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.io.OutputStream;

/// Writes a report in one format. Implementations are stateless; the same report gives the same
/// bytes.
public interface ReportFormat {
    /// The name by which `--format` asks for it.
    String name();

    /// Writes the report; the stream stays open.
    ///
    /// @throws IOException if the bytes could not be written
    void write(ScanReport report, View view, OutputStream out) throws IOException;
}
