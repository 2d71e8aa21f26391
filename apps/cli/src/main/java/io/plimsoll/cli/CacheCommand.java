package io.plimsoll.cli;

import io.plimsoll.engine.CacheContent;
import io.plimsoll.model.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll cache …`: the layers that were analysed before.
final class CacheCommand {
    private static final String OLDER_THAN = "--older-than";

    private final Console console;
    private final Path folder;

    CacheCommand(Console console) {
        this.console = console;
        this.folder = new Folders(console).cache();
    }

    static CommandSpec spec() {
        CommandSpec spec = Options.command("Looks after the layers that were analysed before.");
        spec.addSubcommand("status", Options.command("Tells how many there are, and of when."));
        CommandSpec clear =
                Options.command(
                        "Removes them, and what killed processes left; nothing but the program's"
                                + " own files.");
        clear.addOption(
                Options.value("DURATION", "only what was not used for so long: 30d", OLDER_THAN));
        spec.addSubcommand("clear", clear);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException {
        if (!parsed.hasSubcommand()) {
            throw new IllegalArgumentException("`plimsoll cache --help` lists what cache can do");
        }
        ParseResult sub = parsed.subcommand();
        return switch (sub.commandSpec().name()) {
            case "status" -> status();
            case "clear" -> clear(sub);
            default -> throw new IllegalStateException(sub.commandSpec().name());
        };
    }

    private ExitCode status() throws IOException {
        CacheContent.Status status = new CacheContent(folder).status();
        StringBuilder text = new StringBuilder(folder + ": " + amount(status) + "\n");
        status.oldest()
                .ifPresent(time ->
                        text.append("used longest ago ").append(seconds(time)).append('\n'));
        status.newest()
                .ifPresent(time -> text.append("used last ").append(seconds(time)).append('\n'));
        print(text.toString());
        return ExitCode.DONE;
    }

    private ExitCode clear(ParseResult parsed) throws IOException {
        Optional<Duration> age =
                Options.text(parsed, OLDER_THAN).map(text -> Durations.parse(OLDER_THAN, text));
        Instant now = Instant.now();
        Instant before = age.map(now::minus).orElse(Instant.MAX);
        CacheContent.Status removed = new CacheContent(folder).clear(before, now);
        print(folder + ": removed " + amount(removed) + "\n");
        return ExitCode.DONE;
    }

    private static String amount(CacheContent.Status status) {
        return status.files() + " files, " + status.bytes() + " bytes";
    }

    private static Instant seconds(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    private void print(String text) throws IOException {
        console.out().write(Printable.lines(text).getBytes(StandardCharsets.UTF_8));
    }
}
