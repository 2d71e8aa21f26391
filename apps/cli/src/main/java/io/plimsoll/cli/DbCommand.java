package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.StoreFiles;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll db …`: the advisory store.
final class DbCommand {
    private final Console console;
    private final Folders folders;

    DbCommand(Console console) {
        this.console = console;
        this.folders = new Folders(console);
    }

    static CommandSpec spec() {
        CommandSpec spec = Options.command("Looks after the advisory data.");
        spec.addSubcommand("build", DbBuild.spec());
        spec.addSubcommand("update", DbUpdate.spec());
        spec.addSubcommand("pull", DbUpdate.pullSpec());
        spec.addSubcommand("push", DbPublish.pushSpec());
        spec.addSubcommand("sign", DbPublish.signSpec());
        spec.addSubcommand("status", simple("Lists the segments with their dates and sizes."));
        spec.addSubcommand(
                "verify", simple("Checks every segment against its digest and reads it."));
        spec.addSubcommand(
                "search",
                simple("Finds a vulnerability or a package.", "CVE|PACKAGE", "id or name to find"));
        CommandSpec diff = Options.command("Tells what differs between two stores.");
        Options.parameter(diff, "A", "folder of the older store");
        Options.parameter(diff, "B", "folder of the newer store");
        spec.addSubcommand("diff", diff);
        spec.addSubcommand(
                "export", simple("Packs the store into one file.", "FILE", "zip file to write"));
        CommandSpec importing = Options.command("Takes over an exported store as the user's own.");
        Options.parameter(importing, "FILE", "file that db export wrote");
        spec.addSubcommand("import", importing);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        if (!parsed.hasSubcommand()) {
            throw new IllegalArgumentException("`plimsoll db --help` lists what db can do");
        }
        ParseResult sub = parsed.subcommand();
        return switch (sub.commandSpec().name()) {
            case "build" -> new DbBuild(console).run(sub);
            case "update" -> new DbUpdate(console).run(sub);
            case "pull" -> new DbUpdate(console).pull(sub);
            case "push" -> new DbPublish(console).push(sub);
            case "sign" -> new DbPublish(console).sign(sub);
            case "status" -> status(sub);
            case "verify" -> verify(sub);
            case "search" -> search(sub);
            case "diff" -> diff(sub);
            case "export" -> export(sub);
            case "import" -> importing(sub);
            default -> throw new IllegalStateException(sub.commandSpec().name());
        };
    }

    private static CommandSpec simple(String description) {
        CommandSpec spec = Options.command(description);
        spec.addOption(Options.value("DIR", "folder of the advisory store", "--db"));
        return spec;
    }

    private static CommandSpec simple(String description, String label, String what) {
        CommandSpec spec = simple(description);
        Options.parameter(spec, label, what);
        return spec;
    }

    private ExitCode status(ParseResult parsed) throws IOException {
        Path store = store(parsed);
        print(StoreStatus.text(store, AdvisoryStore.readIndex(store), TargetOptions.today()));
        return ExitCode.DONE;
    }

    private ExitCode verify(ParseResult parsed) throws IOException {
        Path store = store(parsed);
        List<String> faults = StoreFiles.verify(store);
        if (faults.isEmpty()) {
            int count = AdvisoryStore.readIndex(store).segments().size();
            print(store + ": " + count + " segments, all as their digests say\n");
            return ExitCode.DONE;
        }
        faults.forEach(fault -> console.err().println(Printable.of(fault)));
        return ExitCode.DATA;
    }

    private ExitCode search(ParseResult parsed) throws IOException {
        String wanted = Options.parameter(parsed, 0);
        try (AdvisoryStore store = AdvisoryStore.open(store(parsed))) {
            String found = StoreSearch.text(wanted, store);
            if (found.isEmpty()) {
                console.err()
                        .println(
                                "the store knows no vulnerability and no package '" + wanted + "'");
                return ExitCode.GATE;
            }
            print(found);
        }
        return ExitCode.DONE;
    }

    private ExitCode diff(ParseResult parsed) throws IOException {
        try (AdvisoryStore older = AdvisoryStore.open(Path.of(Options.parameter(parsed, 0)));
                AdvisoryStore newer = AdvisoryStore.open(Path.of(Options.parameter(parsed, 1)))) {
            print(StoreDiff.text(older, newer));
        }
        return ExitCode.DONE;
    }

    private ExitCode export(ParseResult parsed) throws IOException {
        StoreFiles.exportTo(store(parsed), Path.of(Options.parameter(parsed, 0)));
        return ExitCode.DONE;
    }

    private ExitCode importing(ParseResult parsed) throws IOException {
        Path own = folders.ownStore();
        StoreIndex index = StoreFiles.importFrom(Path.of(Options.parameter(parsed, 0)), own);
        console.err().println(index.segments().size() + " segments in " + own);
        return ExitCode.DONE;
    }

    private Path store(ParseResult parsed) throws IOException {
        return folders.store(Options.path(parsed, "--db"));
    }

    private void print(String text) throws IOException {
        console.out().write(Printable.lines(text).getBytes(StandardCharsets.UTF_8));
    }
}
