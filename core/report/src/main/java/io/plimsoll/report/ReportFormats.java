package io.plimsoll.report;

import io.plimsoll.model.ScanReport;
import io.plimsoll.report.compare.States;
import io.plimsoll.report.compliance.ComplianceReport;
import io.plimsoll.report.cyclonedx.CycloneDxReport;
import io.plimsoll.report.openvex.OpenVexReport;
import io.plimsoll.report.peers.GrypeReport;
import io.plimsoll.report.peers.TrivyReport;
import io.plimsoll.report.pipelines.CsvReport;
import io.plimsoll.report.pipelines.GitHubSnapshot;
import io.plimsoll.report.pipelines.GitLabReport;
import io.plimsoll.report.pipelines.JunitReport;
import io.plimsoll.report.sarif.SarifReport;
import io.plimsoll.report.spdx.Spdx3;
import io.plimsoll.report.spdx.SpdxJson;
import io.plimsoll.report.spdx.SpdxTagValue;
import io.plimsoll.report.template.TemplateReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All report formats. Their names are known at once; the classes of a format are loaded when it is
/// asked for.
public final class ReportFormats {
    private static final List<String> UNVERSIONED = List.of("");

    private ReportFormats() {}

    /// The names, in the order of the guide.
    public static List<String> names() {
        return List.of(
                "text",
                "json",
                "sarif",
                "cyclonedx",
                "cyclonedx-xml",
                "spdx",
                "spdx-tv",
                "trivy-json",
                "grype-json",
                "junit",
                "csv",
                "gitlab",
                "github",
                "markdown",
                "html",
                "openvex");
    }

    /// The versions in which a format can be written, the usual one first; one empty text for a
    /// format that has no versions, nothing for a name that is none.
    public static List<String> versions(String name) {
        return switch (name) {
            case "text", "grype-json", "csv", "github", "html", "junit", "markdown" -> UNVERSIONED;
            case "json" -> List.of("1");
            case "sarif" -> List.of("2.1.0");
            case "cyclonedx", "cyclonedx-xml" -> List.of("1.6", "1.5", "1.4");
            case "spdx" -> List.of("2.3", "3.0");
            case "spdx-tv" -> List.of("2.3");
            case "trivy-json" -> List.of("2");
            case "gitlab" -> List.of("15.0.7");
            case "openvex" -> List.of("0.2.0");
            default -> List.of();
        };
    }

    /// The format of this name, or `NAME@VERSION`; nothing where there is none.
    public static Optional<ReportFormat> of(String wanted) {
        return of(wanted, Map.of());
    }

    /// The same, with the environment that a format may speak of.
    ///
    /// @param variables the environment variables
    public static Optional<ReportFormat> of(String wanted, Map<String, String> variables) {
        int at = wanted.indexOf('@');
        String name = at < 0 ? wanted : wanted.substring(0, at);
        List<String> versions = versions(name);
        if (versions.isEmpty()) {
            return Optional.empty();
        }
        String version = at < 0 ? versions.getFirst() : wanted.substring(at + 1);
        return at >= 0 && (version.isEmpty() || !versions.contains(version))
                ? Optional.empty()
                : Optional.of(format(name, version, variables));
    }

    /// A format of the user's own: a Mustache template over the JSON report.
    ///
    /// @param file its name, for messages
    /// @throws IllegalArgumentException if it is no template
    public static ReportFormat template(String file, String text) {
        TemplateReport template = TemplateReport.of(file, text);
        return new ForPrograms(
                "template",
                (report, out) -> {
                    ByteArrayOutputStream json = new ByteArrayOutputStream();
                    new JsonReport().write(report, View.EVERYTHING, json);
                    template.write(json.toByteArray(), out);
                });
    }

    /// The controls of a benchmark in place of the whole report; nothing for a name that is none.
    ///
    /// @param benchmark `docker-cis`, with or without its version
    /// @param format `text` or `json`
    public static Optional<ReportFormat> compliance(String benchmark, String format) {
        boolean known = benchmark.equals("docker-cis") || benchmark.equals("docker-cis-1.6.0");
        return known && (format.equals("text") || format.equals("json"))
                ? Optional.of(new Compliance(format.equals("json")))
                : Optional.empty();
    }

    private record Compliance(boolean json) implements ReportFormat {
        @Override
        public String name() {
            return "compliance";
        }

        @Override
        public void write(ScanReport report, View view, OutputStream out) throws IOException {
            if (json) {
                ComplianceReport.writeJson(report, out);
            } else {
                ComplianceReport.writeText(report, view.full(), out);
            }
        }
    }

    private static ReportFormat format(String name, String version, Map<String, String> variables) {
        return switch (name) {
            case "text" -> new TextReport();
            case "json" -> new JsonReport();
            case "sarif" -> new Sarif();
            case "cyclonedx" ->
                    new ForPrograms(
                            name, (report, out) -> CycloneDxReport.writeJson(report, version, out));
            case "cyclonedx-xml" ->
                    new ForPrograms(
                            name, (report, out) -> CycloneDxReport.writeXml(report, version, out));
            case "spdx" ->
                    new ForPrograms(name, version.equals("3.0") ? Spdx3::write : SpdxJson::write);
            case "spdx-tv" -> new ForPrograms(name, SpdxTagValue::write);
            case "trivy-json" -> new ForPrograms(name, TrivyReport::write);
            case "grype-json" -> new ForPrograms(name, GrypeReport::write);
            case "junit" -> new ForPrograms(name, JunitReport::write);
            case "csv" -> new ForPrograms(name, CsvReport::write);
            case "gitlab" -> new ForPrograms(name, GitLabReport::write);
            case "github" ->
                    new ForPrograms(
                            name, (report, out) -> GitHubSnapshot.write(report, variables, out));
            case "markdown" -> new ForPrograms(name, MarkdownReport::write);
            case "html" -> new ForPrograms(name, HtmlReport::write);
            case "openvex" -> new ForPrograms(name, OpenVexReport::write);
            default -> throw new IllegalArgumentException("no format '" + name + "'");
        };
    }

    /// Says of each result whether it is new, where there is a baseline.
    private record Sarif() implements ReportFormat {
        @Override
        public String name() {
            return "sarif";
        }

        @Override
        public void write(ScanReport report, View view, OutputStream out) {
            ScanReport shown = Filter.apply(report, view);
            SarifReport.write(shown, view.baseline().map(before -> States.of(before, shown)), out);
        }
    }

    private interface Document {
        void write(ScanReport report, OutputStream out) throws IOException;
    }

    /// A format that shows all that the filter leaves.
    private record ForPrograms(String name, Document document) implements ReportFormat {
        @Override
        public void write(ScanReport report, View view, OutputStream out) throws IOException {
            document.write(Filter.apply(report, view), out);
        }
    }
}
