package io.plimsoll.cli;

import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll scan TARGET`.
final class ScanCommand {
    private final Console console;

    ScanCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage()
                .description("Reads a target and reports the known vulnerabilities in it.");
        Options.parameter(
                spec,
                "TARGET",
                "docker:, podman:, containerd:NAME, dir:PATH, docker-archive:FILE,"
                        + " oci-archive:FILE, oci-dir:DIR, sbom:FILE, pkg:PURL, purls:FILE, or a path");
        ReportOptions.addTo(spec);
        LimitOptions.addTo(spec);
        spec.addOption(
                Options.values(
                        "GATE",
                        "exit 1 where this does not hold: a severity (critical,"
                                + " high, medium, low), fixable, undetermined, eol",
                        "--fail-on"));
        TargetOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        ReportOptions outputs = ReportOptions.of(parsed, console, "text");
        Gate gate = Gate.of(Options.texts(parsed, "--fail-on"));
        ScanOptions options = TargetOptions.of(parsed, console);
        Target target = Target.parse(Options.parameter(parsed, 0));
        ScanReport report;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            report = new Scanner(options, progress).scan(target);
        }
        outputs.write(report);
        if (!report.complete()) {
            return ExitCode.TARGET;
        }
        Optional<String> broken = gate.broken(report);
        broken.ifPresent(why -> console.err().println("The gate does not hold: " + why));
        return broken.isPresent() ? ExitCode.GATE : ExitCode.DONE;
    }
}
