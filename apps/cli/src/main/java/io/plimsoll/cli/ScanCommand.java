package io.plimsoll.cli;

import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.engine.BaseAdvisor;
import io.plimsoll.engine.OriginChoice;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.compare.Comparison;
import io.plimsoll.report.compare.Comparison.Change;
import io.plimsoll.report.compare.ComparisonReports;
import io.plimsoll.report.compare.Side;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll scan TARGET`.
final class ScanCommand {
    private static final String ALL_PLATFORMS = "--all-platforms";
    private static final String BASELINE = "--baseline";

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
                                + " high, medium, low), fixable, undetermined, eol, check:LEVEL (needs --checks), new (needs"
                                + " --baseline)",
                        "--fail-on"));
        spec.addOption(
                Options.value(
                        "FILE", "an earlier report in JSON: tells what is new since", BASELINE));
        TargetOptions.addTo(spec);
        DockerfileOptions.addTo(spec);
        PolicyOptions.addTo(spec);
        CheckOptions.addTo(spec);
        spec.addOption(
                Options.flag(ALL_PLATFORMS, "scan each platform of an index, as text or json"));
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        CheckOptions checks = CheckOptions.of(parsed);
        ReportOptions outputs = ReportOptions.of(parsed, console, "text");
        PolicyOptions policy = PolicyOptions.of(parsed);
        Gate gate = policy.gate(Options.texts(parsed, "--fail-on"));
        if (Options.isSet(parsed, "--fail-on")) {
            checks.allow(gate);
        }
        OriginChoice origins = DockerfileOptions.choice(parsed);
        ScanOptions options =
                TargetOptions.of(parsed, console)
                        .withDockerfile(DockerfileOptions.of(parsed, console))
                        .withChecks(checks.wanted());
        Target target = Target.parse(Options.parameter(parsed, 0));
        Optional<Side> baseline = baseline(parsed, gate, options);
        if (Options.isSet(parsed, ALL_PLATFORMS)) {
            if (baseline.isPresent()) {
                throw new IllegalArgumentException(
                        BASELINE + " is of one image; scan each --platform by itself");
            }
            return runAll(parsed, outputs, gate, options, policy);
        }
        ScanReport report;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            policy.tell(progress);
            ScanReport scanned = new Scanner(options, progress).scan(target);
            checks.tell(progress);
            ScanReport chosen =
                    DockerfileOptions.chosen(
                            origins, parsed, policy.apply(scanned, options, progress));
            report =
                    new BaseAdvisor(options, progress, TrustList.empty())
                            .advised(checks.apply(chosen, progress));
        }
        outputs.since(baseline).write(report);
        ExitCode code = judged(report, gate);
        return baseline.isPresent()
                ? compared(Side.of(target.reference(), report), baseline.get(), gate, code)
                : code;
    }

    private static Optional<Side> baseline(ParseResult parsed, Gate gate, ScanOptions options)
            throws IOException {
        Optional<Path> file = Options.path(parsed, BASELINE);
        if (gate.forbidsNew() && file.isEmpty()) {
            throw new IllegalArgumentException("--fail-on new needs --baseline FILE");
        }
        return file.isEmpty() ? Optional.empty() : Optional.of(Baseline.kept(file.get(), options));
    }

    private ExitCode compared(Side now, Side before, Gate gate, ExitCode code) {
        Comparison comparison = Comparison.of(before, now);
        boolean broken = gate.forbidsNew() && !comparison.appeared().isEmpty();
        console.err()
                .println(
                        (broken ? "The gate does not hold: " : "")
                                + "since "
                                + Printable.of(before.name())
                                + ": "
                                + ComparisonReports.answer(comparison));
        for (Comparison.Change change : broken ? comparison.appeared() : List.<Change>of()) {
            console.err()
                    .println(
                            "  new: "
                                    + Printable.of(
                                            change.entry().id()
                                                    + " in "
                                                    + change.entry().installed()
                                                    + " "
                                                    + change.entry().version()
                                                    + ", "
                                                    + change.reason()));
        }
        return broken && code == ExitCode.DONE ? ExitCode.GATE : code;
    }

    /// One report a platform; the worst of their exit codes.
    private ExitCode runAll(
            ParseResult parsed,
            ReportOptions outputs,
            Gate gate,
            ScanOptions options,
            PolicyOptions policy)
            throws IOException, InterruptedException {
        if (options.platform().isPresent()) {
            throw new IllegalArgumentException(
                    "--platform and --all-platforms exclude one another");
        }
        outputs.checkSeveral();
        Target target = Target.parse(Options.parameter(parsed, 0));
        OriginChoice origins = DockerfileOptions.choice(parsed);
        CheckOptions checks = CheckOptions.of(parsed);
        List<ScanReport> reports = new ArrayList<>();
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            policy.tell(progress);
            for (ScanReport each : new Scanner(options, progress).scanAllPlatforms(target)) {
                ScanReport chosen =
                        DockerfileOptions.chosen(
                                origins, parsed, policy.apply(each, options, progress));
                reports.add(checks.apply(chosen, progress));
            }
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
