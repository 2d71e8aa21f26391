package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStore;
import io.plimsoll.advisory.StoreIndex;
import io.plimsoll.feeds.StoreBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
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
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage().description("Looks after the advisory data.");
        spec.addSubcommand("build", buildSpec());
        spec.addSubcommand("status", statusSpec());
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        if (!parsed.hasSubcommand()) {
            throw new IllegalArgumentException("`plimsoll db --help` lists what db can do");
        }
        ParseResult sub = parsed.subcommand();
        return switch (sub.commandSpec().name()) {
            case "build" -> build(sub);
            case "status" -> status(sub);
            default -> throw new IllegalStateException(sub.commandSpec().name());
        };
    }

    private static CommandSpec buildSpec() {
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage().description("Builds a store from a folder in the feeds' own layouts.");
        spec.addOption(Options.value("DIR", "folder with osv/, nvd/, epss/, kev/, eol/", "--from"));
        spec.addOption(
                Options.value("DIR", "where the store goes (default: the user's own)", "--out"));
        spec.addOption(Options.values("NAME,…", "build these segments only", "--only"));
        spec.addOption(
                Options.value("TIME", "time that the index states (default: now)", "--created"));
        return spec;
    }

    private static CommandSpec statusSpec() {
        CommandSpec spec = CommandSpec.create().mixinStandardHelpOptions(true);
        spec.usageMessage().description("Lists the segments with their dates and sizes.");
        spec.addOption(Options.value("DIR", "folder of the advisory store", "--db"));
        return spec;
    }

    private ExitCode build(ParseResult parsed) throws IOException {
        Path from =
                Options.path(parsed, "--from")
                        .orElseThrow(() ->
                                new IllegalArgumentException(
                                        "--from DIR is needed: the folder of the feeds"));
        Path out = Options.path(parsed, "--out").orElse(folders.ownStore());
        Set<String> only = new TreeSet<>();
        Options.texts(parsed, "--only")
                .forEach(names -> only.addAll(List.of(names.split(",", -1))));
        Instant created =
                Options.text(parsed, "--created").map(Instant::parse).orElseGet(Instant::now);
        int[] problems = new int[1];
        StoreIndex index =
                new StoreBuilder(
                                from,
                                only,
                                problem -> {
                                    problems[0]++;
                                    console.err().println(problem.path() + ": " + problem.reason());
                                })
                        .build(out, created);
        long size = index.segments().stream().mapToLong(segment -> segment.size()).sum();
        console.err()
                .println(
                        index.segments().size()
                                + " segments, "
                                + size
                                + " bytes in "
                                + out
                                + (problems[0] == 0
                                        ? ""
                                        : "; " + problems[0] + " records unreadable"));
        return ExitCode.DONE;
    }

    private ExitCode status(ParseResult parsed) throws IOException {
        Path store = folders.store(Options.path(parsed, "--db"));
        console.out()
                .write(
                        StoreStatus.text(
                                        store,
                                        AdvisoryStore.readIndex(store),
                                        LocalDate.now(ZoneOffset.UTC))
                                .getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }
}
