package io.plimsoll.cli;

import io.plimsoll.engine.ScanOptions;
import io.plimsoll.report.compare.Comparison;
import io.plimsoll.report.compare.ComparisonReports;
import io.plimsoll.report.compare.Side;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll compare A B`: what is new in B, what is gone, and why.
final class CompareCommand {
    private final Console console;

    CompareCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Compares two targets, or reports that were kept as JSON: which"
                                + " vulnerabilities are new, gone or changed, and why.");
        Options.parameter(spec, "BEFORE", "as for scan, or a report in JSON");
        Options.parameter(spec, "AFTER", "as for scan, or a report in JSON");
        spec.addOption(Options.value("FORMAT", "text, json or markdown", "--format"));
        spec.addOption(Options.value("GATE", "exit 1 where something is new: new", "--fail-on"));
        spec.addOption(Options.flag("--verbose", "progress even without a terminal"));
        spec.addOption(Options.flag("--quiet", "no progress"));
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        String format = Options.text(parsed, "--format").orElse("text");
        if (!ComparisonReports.FORMATS.contains(format)) {
            throw new IllegalArgumentException(
                    "--format '"
                            + format
                            + "' is unknown; compare writes "
                            + String.join(", ", ComparisonReports.FORMATS));
        }
        String gate = Options.text(parsed, "--fail-on").orElse("");
        if (!List.of("", "new").contains(gate)) {
            throw new IllegalArgumentException(
                    "--fail-on '" + gate + "' is unknown; compare knows new");
        }
        ScanOptions options = TargetOptions.of(parsed, console);
        Side before;
        Side after;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            before = Baseline.of(Options.parameter(parsed, 0), options, progress);
            after = Baseline.of(Options.parameter(parsed, 1), options, progress);
        }
        Comparison comparison = Comparison.of(before, after);
        OutputStream out = new BufferedOutputStream(console.out(), 64 * 1024);
        ComparisonReports.write(comparison, format, out);
        out.flush();
        boolean broken = gate.equals("new") && !comparison.appeared().isEmpty();
        if (broken) {
            console.err()
                    .println("The gate does not hold: " + ComparisonReports.answer(comparison));
        }
        return broken ? ExitCode.GATE : ExitCode.DONE;
    }
}
