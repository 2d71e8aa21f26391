package io.plimsoll.cli;

import io.plimsoll.engine.ScannedTarget;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll sbom TARGET`: what is in a target, without judging it.
final class SbomCommand {
    private final Console console;

    SbomCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command("Writes what is in a target, as CycloneDX unless told otherwise.");
        Options.parameter(spec, "TARGET", "as for scan");
        ReportOptions.addTo(spec);
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        ReportOptions outputs = ReportOptions.of(parsed, console, "cyclonedx");
        ScannedTarget target;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            target =
                    new Scanner(TargetOptions.of(parsed, console), progress)
                            .read(Target.parse(Options.parameter(parsed, 0)));
        }
        ScanReport report = Scanner.unjudged(target, TargetOptions.today(), Version.current());
        outputs.write(report);
        return report.complete() ? ExitCode.DONE : ExitCode.TARGET;
    }
}
