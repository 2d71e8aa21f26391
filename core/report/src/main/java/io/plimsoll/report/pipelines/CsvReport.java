package io.plimsoll.report.pipelines;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Finding;
import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Suppressed;
import io.plimsoll.model.UndeterminedFinding;
import io.plimsoll.report.common.Links;
import io.plimsoll.report.common.Ratings;
import io.plimsoll.report.common.Sentences;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// A table for spreadsheets: a row for each finding, then those suppressed, then those undetermined.
///
/// A cell that a spreadsheet would take for a formula begins with an apostrophe.
///
/// Source: RFC 4180; OWASP, "CSV Injection".
public final class CsvReport {
    private static final List<String> HEADER =
            List.of(
                    "status",
                    "severity",
                    "id",
                    "aliases",
                    "package",
                    "version",
                    "type",
                    "remedy",
                    "fixed_versions",
                    "paths",
                    "layer",
                    "origin",
                    "score",
                    "epss",
                    "kev",
                    "cwes",
                    "title",
                    "why",
                    "purl",
                    "url");

    private final Map<String, InstalledPackage> packages;
    private final StringBuilder rows = new StringBuilder();

    private CsvReport(ScanReport report) {
        this.packages = report.packagesById();
    }

    /// Writes the table.
    ///
    /// @throws IOException if the bytes could not be written
    public static void write(ScanReport report, OutputStream out) throws IOException {
        CsvReport table = new CsvReport(report);
        table.row(HEADER);
        report.worstFirst().forEach(each -> table.finding("affected", each, each.how().compared()));
        for (Suppressed each : report.assessment().suppressed()) {
            String reason = each.reason().isEmpty() ? "" : ": " + each.reason();
            table.finding("suppressed", each.finding(), each.by() + reason);
        }
        report.assessment().undetermined().forEach(table::undetermined);
        Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
        writer.append(table.rows).flush();
    }

    private void finding(String status, Finding finding, String why) {
        InstalledPackage installed = packages.get(finding.packageId());
        if (installed == null) {
            return;
        }
        row(
                List.of(
                        status,
                        finding.severity().word(),
                        finding.id(),
                        String.join(" ", finding.aliases()),
                        installed.record().fullName(),
                        installed.record().version(),
                        installed.record().type().purlType(),
                        Sentences.remedy(finding),
                        String.join(" ", finding.fix().versions()),
                        paths(installed),
                        finding.layer().map(Digest::toString).orElse(""),
                        finding.origin().word(),
                        Ratings.deciding(finding)
                                .map(score -> Double.toString(score.value()))
                                .orElse(""),
                        finding.facts()
                                .epss()
                                .map(epss -> Double.toString(epss.score()))
                                .orElse(""),
                        finding.facts().knownExploited().map(Object::toString).orElse(""),
                        finding.facts().cwes().stream()
                                .map(cwe -> "CWE-" + cwe)
                                .collect(Collectors.joining(" ")),
                        finding.facts().title(),
                        why,
                        installed.purl(),
                        Links.first(finding)));
    }

    private static String paths(InstalledPackage installed) {
        return installed.locations().stream()
                .map(each -> each.evidence().path())
                .collect(Collectors.joining(" "));
    }

    private void undetermined(UndeterminedFinding each) {
        InstalledPackage installed = packages.get(each.packageId());
        if (installed != null) {
            row(
                    List.of(
                            "undetermined",
                            "",
                            each.id(),
                            "",
                            installed.record().fullName(),
                            installed.record().version(),
                            installed.record().type().purlType(),
                            "",
                            "",
                            paths(installed),
                            "",
                            installed.origin().word(),
                            "",
                            "",
                            "",
                            "",
                            "",
                            each.because(),
                            installed.purl(),
                            Links.of(each.id())));
        }
    }

    private void row(List<String> cells) {
        for (int i = 0; i < cells.size(); i++) {
            rows.append(i == 0 ? "" : ",").append(cell(cells.get(i)));
        }
        rows.append("\r\n");
    }

    private static String cell(String text) {
        String shown = Printable.of(text);
        String harmless = isFormula(shown) ? "'" + shown : shown;
        boolean quoted =
                harmless.indexOf(',') >= 0
                        || harmless.indexOf('"') >= 0
                        || !harmless.equals(harmless.strip());
        return quoted ? "\"" + harmless.replace("\"", "\"\"") + "\"" : harmless;
    }

    private static boolean isFormula(String text) {
        String stripped = text.strip();
        return !stripped.isEmpty() && "=+-@|%".indexOf(stripped.charAt(0)) >= 0;
    }
}
