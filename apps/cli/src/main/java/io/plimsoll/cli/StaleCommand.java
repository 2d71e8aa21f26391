package io.plimsoll.cli;

import io.plimsoll.engine.RebuildCheck;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Rebuild;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.base.BaseReports;
import io.plimsoll.report.base.RebuildReports;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll base stale TARGET…`: which images should be built anew.
final class StaleCommand {
    private static final String REGISTRY = "--check-registry";

    private final Console console;

    StaleCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Says which images should be built anew, and what that would change. Ends with"
                                + " 1 where there is one.");
        BaseCommand.targets(spec, "TARGET", "1..*", "as for scan");
        spec.addOption(Options.value("FORMAT", String.join(", ", BaseReports.FORMATS), "--format"));
        spec.addOption(Options.value("FILE", "where the plan goes", "-o", "--output"));
        spec.addOption(
                Options.flag(
                        REGISTRY, "ask the registry what the name of a base image means today"));
        DockerfileOptions.addFileTo(spec);
        BaseCommand.progress(spec);
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        String format = BaseCommand.format(parsed);
        ScanOptions options =
                TargetOptions.of(parsed, console)
                        .withDockerfile(DockerfileOptions.of(parsed, console));
        boolean asks = Options.isSet(parsed, REGISTRY);
        if (asks && options.access().offline()) {
            throw new IllegalArgumentException("--offline forbids " + REGISTRY);
        }
        List<String> targets = parsed.matchedPositionalValue(0, List.of());
        List<Rebuild> images = new ArrayList<>();
        boolean complete = true;
        List<LocalDate> days = new ArrayList<>();
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            for (String target : targets) {
                ScanReport report = new Scanner(options, progress).scan(Target.parse(target));
                images.add(new RebuildCheck(options, progress, asks).check(report));
                complete &= report.complete();
                report.oldestData().ifPresent(days::add);
            }
        }
        RebuildReports.Context context =
                new RebuildReports.Context(
                        options.toolVersion(),
                        options.today(),
                        days.stream().min(LocalDate::compareTo));
        OutputFile.write(
                Options.path(parsed, "--output"),
                console,
                out -> RebuildReports.write(format, images, context, out));
        if (!complete) {
            return ExitCode.TARGET;
        }
        return images.stream().anyMatch(Rebuild::isStale) ? ExitCode.GATE : ExitCode.DONE;
    }
}
