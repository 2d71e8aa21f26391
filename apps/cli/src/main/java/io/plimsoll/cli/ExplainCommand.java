package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.engine.Explanation;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.ScannedTarget;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.Printable;
import io.plimsoll.policy.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll explain CVE TARGET`: why a vulnerability is reported, or why it is not.
final class ExplainCommand {
    private final Console console;

    ExplainCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Tells why a vulnerability is reported for a target, or why it is not.");
        Options.parameter(spec, "ID", "CVE-…, GHSA-…, or an advisory's id");
        Options.parameter(spec, "TARGET", "as for scan");
        spec.addOption(Options.flag("--verbose", "progress even without a terminal"));
        spec.addOption(Options.flag("--quiet", "no progress"));
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        PolicyOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        ScanOptions options = TargetOptions.of(parsed, console);
        PolicyOptions policy = PolicyOptions.of(parsed);
        String id = Options.parameter(parsed, 0);
        ScannedTarget target;
        Optional<Policy> followed;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            policy.tell(progress);
            target =
                    new Scanner(options, progress).read(Target.parse(Options.parameter(parsed, 1)));
            followed = policy.policy(target.description(), options, progress);
        }
        try (AdvisoryStore store = AdvisoryStore.open(options.store())) {
            Explanation said = Explanation.of(id, target, store, options, followed);
            String text = String.join("\n", said.lines());
            console.out().write((Printable.lines(text) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return target.complete() ? ExitCode.DONE : ExitCode.TARGET;
    }
}
