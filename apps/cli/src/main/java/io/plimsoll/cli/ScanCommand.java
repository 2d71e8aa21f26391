package io.plimsoll.cli;

import io.plimsoll.engine.OriginChoice;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll scan TARGET`.
final class ScanCommand {
    private static final String ALL_PLATFORMS = "--all-platforms";

    private final Console console;

    ScanCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command("Reads a target and reports the known vulnerabilities in it.");
        Options.parameter(
                spec,
                "TARGET",
                "docker:, podman:, containerd: or registry:NAME, dir:PATH, docker-archive:FILE,"
                        + " oci-archive:FILE, oci-dir:DIR, sbom:FILE, pkg:PURL, purls:FILE, or a path or"
                        + " an image's name");
        ReportOptions.addTo(spec);
        LimitOptions.addTo(spec);
        spec.addOption(
                Options.values(
                        "GATE",
                        "exit 1 where this does not hold: a severity (critical,"
                                + " high, medium, low), fixable, undetermined, eol",
                        "--fail-on"));
        TargetOptions.addTo(spec);
        DockerfileOptions.addTo(spec);
        spec.addOption(
                Options.flag(ALL_PLATFORMS, "scan each platform of an index, as text or json"));
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        ReportOptions outputs = ReportOptions.of(parsed, console, "text");
        Gate gate = Gate.of(Options.texts(parsed, "--fail-on"));
        OriginChoice origins = DockerfileOptions.choice(parsed);
        ScanOptions options =
                TargetOptions.of(parsed, console)
                        .withDockerfile(DockerfileOptions.of(parsed, console));
        Target target = Target.parse(Options.parameter(parsed, 0));
        if (Options.isSet(parsed, ALL_PLATFORMS)) {
            return runAll(parsed, outputs, gate, origins, options);
        }
        ScanReport report;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            report = origins.apply(new Scanner(options, progress).scan(target));
        }
        outputs.write(report);
        return judged(report, gate);
    }

    /// One report a platform; the worst of their exit codes.
    private ExitCode runAll(
            ParseResult parsed,
            ReportOptions outputs,
            Gate gate,
            OriginChoice origins,
            ScanOptions options)
            throws IOException, InterruptedException {
        if (options.platform().isPresent()) {
            throw new IllegalArgumentException(
                    "--platform and --all-platforms exclude one another");
        }
        outputs.checkSeveral();
        Target target = Target.parse(Options.parameter(parsed, 0));
        List<ScanReport> reports;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            reports =
                    new Scanner(options, progress)
                            .scanAllPlatforms(target).stream().map(origins::apply).toList();
        }
        outputs.writeSeveral(reports);
        ExitCode worst = ExitCode.DONE;
        for (ScanReport report : reports) {
            ExitCode code = judged(report, gate);
            worst = code.code() > worst.code() ? code : worst;
        }
        return worst;
    }

    private ExitCode judged(ScanReport report, Gate gate) {
        if (!report.complete()) {
            return ExitCode.TARGET;
        }
        Optional<String> broken = gate.broken(report);
        broken.ifPresent(
                why -> console.err().println("The gate does not hold: " + Printable.of(why)));
        return broken.isPresent() ? ExitCode.GATE : ExitCode.DONE;
    }
}
