package io.plimsoll.cli;

import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.report.ReportFormat;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import io.plimsoll.report.compare.Side;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// In which formats a report is written, and where to.
final class ReportOptions {
    private static final String TEMPLATE = "template=";

    /// A format and the file it goes to; no file for the standard output.
    private record Output(ReportFormat format, Optional<Path> file) {}

    private final List<Output> outputs;
    private final View view;
    private final Console console;

    private ReportOptions(List<Output> outputs, View view, Console console) {
        this.outputs = outputs;
        this.view = view;
        this.console = console;
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(
                Options.value(
                        "FORMAT",
                        "how to write the report: " + names() + ", template=FILE",
                        "--format"));
        spec.addOption(
                Options.values("[FORMAT=]FILE", "file to write to, repeatable", "-o", "--output"));
        spec.addOption(
                Options.value(
                        "LEVEL",
                        "show this severity and worse: critical, high, medium, low, negligible,"
                                + " unknown",
                        "--severity"));
        spec.addOption(Options.flag("--only-fixed", "show only what has a fix"));
        spec.addOption(Options.flag("--full", "show everything, not a screenful"));
        spec.addOption(
                Options.flag("--verbose", "show everything; progress even without a terminal"));
        spec.addOption(Options.flag("--quiet", "no progress"));
        spec.addOption(Options.flag("--no-color", "no colours"));
    }

    /// @param usual the format where none is named
    /// @throws IllegalArgumentException if a format or severity is unknown
    static ReportOptions of(ParseResult parsed, Console console, String usual) {
        String named = Options.text(parsed, "--format").orElse(usual);
        Optional<String> benchmark = Options.text(parsed, CheckOptions.COMPLIANCE);
        ReportFormat standard =
                benchmark.isPresent() ? compliance(benchmark.get(), named) : format(named, console);
        List<Output> outputs = new ArrayList<>();
        for (String output : Options.texts(parsed, "--output")) {
            outputs.add(output(output, standard, console));
        }
        boolean isUsed = outputs.stream().anyMatch(each -> each.format().equals(standard));
        if (outputs.isEmpty() || (benchmark.isPresent() && !isUsed)) {
            outputs.add(new Output(standard, Optional.empty()));
        }
        return new ReportOptions(outputs, view(parsed, console), console);
    }

    /// `FORMAT=FILE`, `template=TEMPLATE=FILE`, or a file alone, which gets the usual format.
    private static Output output(String text, ReportFormat standard, Console console) {
        int equals = text.startsWith(TEMPLATE) ? text.lastIndexOf('=') : text.indexOf('=');
        if (text.startsWith(TEMPLATE) && equals < TEMPLATE.length()) {
            throw new IllegalArgumentException(
                    "'" + text + "' names a template and no file to write to: template=FILE=FILE");
        }
        boolean named =
                equals > 0
                        && (text.startsWith(TEMPLATE)
                                || ReportFormats.of(text.substring(0, equals)).isPresent());
        return named
                ? new Output(
                        format(text.substring(0, equals), console),
                        Optional.of(Path.of(text.substring(equals + 1))))
                : new Output(standard, Optional.of(Path.of(text)));
    }

    /// The same beside an earlier report.
    ReportOptions since(Optional<Side> before) {
        return new ReportOptions(outputs, view.since(before), console);
    }

    void write(ScanReport report) throws IOException {
        for (Output output : outputs) {
            if (output.file().isEmpty()) {
                OutputStream out = new BufferedOutputStream(console.out(), 64 * 1024);
                output.format().write(report, view, out);
                out.flush();
            } else {
                OutputFile.write(
                        output.file().get(),
                        out ->
                                output.format()
                                        .write(
                                                report,
                                                View.EVERYTHING.since(view.baseline()),
                                                out));
            }
        }
    }

    /// Whether every output can hold the reports of several images.
    ///
    /// @throws IllegalArgumentException if one cannot
    void checkSeveral() {
        for (Output output : outputs) {
            if (!SeveralReports.canHold(output.format())) {
                throw new IllegalArgumentException(
                        "--all-platforms writes text and json; "
                                + output.format().name()
                                + " holds one image: scan each --platform by itself");
            }
        }
    }

    void writeSeveral(List<ScanReport> reports) throws IOException {
        for (Output output : outputs) {
            boolean toFile = output.file().isPresent();
            ReportFormat format = output.format();
            if (toFile) {
                OutputFile.write(
                        output.file().get(),
                        out -> SeveralReports.write(reports, format, View.EVERYTHING, out));
            } else {
                OutputStream out = new BufferedOutputStream(console.out(), 64 * 1024);
                SeveralReports.write(reports, format, view, out);
                out.flush();
            }
        }
    }

    private static View view(ParseResult parsed, Console console) {
        boolean terminal = console.outIsTerminal();
        boolean colour =
                terminal
                        && !Options.isSet(parsed, "--no-color")
                        && console.variable("NO_COLOR").isEmpty();
        boolean full =
                !terminal || Options.isSet(parsed, "--full") || Options.isSet(parsed, "--verbose");
        Severity lowest =
                Options.text(parsed, "--severity").map(Severities::parse).orElse(Severity.UNKNOWN);
        return new View(colour, full, 0, lowest, Options.isSet(parsed, "--only-fixed"));
    }

    private static ReportFormat format(String name, Console console) {
        if (name.startsWith(TEMPLATE)) {
            return template(name.substring(TEMPLATE.length()));
        }
        return ReportFormats.of(name, console.environment())
                .orElseThrow(() -> new IllegalArgumentException(unknown(name)));
    }

    private static ReportFormat compliance(String benchmark, String format) {
        return ReportFormats.compliance(benchmark, format)
                .orElseThrow(() ->
                        new IllegalArgumentException(
                                "the benchmark '"
                                        + benchmark
                                        + "' as '"
                                        + format
                                        + "' is unknown; there is docker-cis as text or json"));
    }

    private static ReportFormat template(String file) {
        try {
            return ReportFormats.template(file, Files.readString(Path.of(file)));
        } catch (IOException unreadable) {
            throw new IllegalArgumentException(
                    "the template '"
                            + file
                            + "' cannot be read: name a file of text in UTF-8 ("
                            + unreadable
                            + ")",
                    unreadable);
        }
    }

    private static String unknown(String wanted) {
        int at = wanted.indexOf('@');
        List<String> versions = ReportFormats.versions(at < 0 ? wanted : wanted.substring(0, at));
        String there =
                versions.isEmpty()
                        ? "there are " + names() + " and template=FILE"
                        : "its versions are " + String.join(", ", versions);
        return "--format '" + wanted + "' is unknown; " + there;
    }

    private static String names() {
        return String.join(", ", ReportFormats.names());
    }
}
