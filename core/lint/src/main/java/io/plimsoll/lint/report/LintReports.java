package io.plimsoll.lint.report;

import io.plimsoll.lint.LintReport;
import java.io.OutputStream;
import java.util.List;

/// The formats of lint reports by their names.
public final class LintReports {
    /// The names, in the order in which help shows them.
    public static final List<String> FORMATS =
            List.of("text", "json", "sarif", "checkstyle", "codeclimate", "junit");

    private LintReports() {}

    /// Writes the reports of one call, in the order in which its files were named.
    ///
    /// @param version of the program
    /// @throws IllegalArgumentException if there is no such format
    /// @throws java.io.UncheckedIOException if the bytes cannot be written
    public static void write(
            String format, List<LintReport> reports, String version, OutputStream out) {
        switch (format) {
            case "text" -> LintText.write(reports, out);
            case "json" -> LintJson.write(reports, version, out);
            case "sarif" -> LintSarif.write(reports, version, out);
            case "checkstyle" -> Checkstyle.write(reports, out);
            case "codeclimate" -> CodeClimate.write(reports, out);
            case "junit" -> LintJunit.write(reports, out);
            default ->
                    throw new IllegalArgumentException(
                            "--format '"
                                    + format
                                    + "' is unknown; lint writes "
                                    + String.join(", ", FORMATS));
        }
    }
}
