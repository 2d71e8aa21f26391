package io.plimsoll.cli;

import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.base.catalogue.ImageName;
import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.base.index.BaseIndex;
import io.plimsoll.base.index.IndexedImage;
import io.plimsoll.engine.BaseAdvisor;
import io.plimsoll.engine.BaseIndexer;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.BaseAdvice;
import io.plimsoll.model.Printable;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.Columns;
import io.plimsoll.report.Words;
import io.plimsoll.report.base.BaseReports;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll base TARGET`, and the index of base images.
final class BaseCommand {
    private final Console console;

    BaseCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Says what a target is built on, and what could be used instead; keeps an"
                                + " index of base images.");
        targets(spec, "TARGET", "0..1", "as for scan");
        spec.addOption(Options.value("FORMAT", String.join(", ", BaseReports.FORMATS), "--format"));
        spec.addOption(Options.value("FILE", "where the advice goes", "-o", "--output"));
        spec.addOption(Options.flag("--all", "name what is worse too"));
        spec.addOption(
                Options.value(
                        "FILE",
                        "list of the images that you trust; else trusted-images beside the index",
                        "--trusted"));
        BaseFix.addTo(spec);
        DockerfileOptions.addFileTo(spec);
        progress(spec);
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        spec.addSubcommand("index", indexSpec());
        CommandSpec list = Options.command("Lists the index of base images.");
        list.addOption(Options.flag("--verbose", "show where a defect of the program is"));
        spec.addSubcommand("list", list);
        CommandSpec remove = Options.command("Takes names out of the index of base images.");
        targets(remove, "NAME", "1..*", "as list has them");
        spec.addSubcommand("remove", remove);
        spec.addSubcommand("stale", StaleCommand.spec());
        return spec;
    }

    private static CommandSpec indexSpec() {
        CommandSpec spec = Options.command("Adds images to the index of base images.");
        targets(spec, "TARGET", "1..*", "images, as for scan");
        spec.addOption(
                Options.values(
                        "NAME",
                        "the name by which Dockerfiles take it, repeatable; else its own",
                        "--as"));
        spec.addOption(
                Options.values(
                        "NAME", "a family of images that may replace one another", "--family"));
        spec.addOption(
                Options.values(
                        "FILE",
                        "a public key in PEM, repeatable: index only what one of them has signed",
                        "--key"));
        progress(spec);
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        return spec;
    }

    static void targets(CommandSpec spec, String label, String arity, String description) {
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel(label)
                        .arity(arity)
                        .required(!arity.startsWith("0"))
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description(description)
                        .build());
    }

    static void progress(CommandSpec spec) {
        spec.addOption(Options.flag("--verbose", "progress even without a terminal"));
        spec.addOption(Options.flag("--quiet", "no progress"));
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        if (!parsed.hasSubcommand()) {
            return advise(parsed);
        }
        ParseResult sub = parsed.subcommand();
        return switch (sub.commandSpec().name()) {
            case "index" -> index(sub);
            case "list" -> list();
            case "remove" -> remove(sub);
            case "stale" -> new StaleCommand(console).run(sub);
            default -> throw new IllegalStateException(sub.commandSpec().name());
        };
    }

    private ExitCode advise(ParseResult parsed) throws IOException, InterruptedException {
        List<String> targets = parsed.matchedPositionalValue(0, List.of());
        if (targets.isEmpty()) {
            throw new IllegalArgumentException(
                    "name a target, or index, list, remove or stale: `plimsoll base --help`");
        }
        String format = format(parsed);
        Optional<BaseFix> fix = BaseFix.of(parsed);
        ScanOptions options =
                TargetOptions.of(parsed, console)
                        .withDockerfile(DockerfileOptions.of(parsed, console));
        ScanReport report;
        Optional<BaseAdvice> advice;
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            report = new Scanner(options, progress).scan(Target.parse(targets.getFirst()));
            advice =
                    new BaseAdvisor(options, progress, trusted(parsed))
                            .advise(report, Options.isSet(parsed, "--all"));
        }
        if (advice.isEmpty()) {
            console.err().println(unknown(targets.getFirst()));
            return ExitCode.TARGET;
        }
        BaseAdvice known = advice.get();
        if (fix.isPresent()) {
            return fix.get().run(known, console);
        }
        OutputFile.write(
                Options.path(parsed, "--output"),
                console,
                out -> BaseReports.write(format, report, known, out));
        return report.complete() ? ExitCode.DONE : ExitCode.TARGET;
    }

    /// The format that was asked for.
    ///
    /// @throws IllegalArgumentException if there is none of that name
    static String format(ParseResult parsed) {
        String format = Options.text(parsed, "--format").orElse("text");
        if (!BaseReports.FORMATS.contains(format)) {
            throw new IllegalArgumentException(
                    "--format '"
                            + format
                            + "' is unknown; base writes "
                            + String.join(", ", BaseReports.FORMATS));
        }
        return format;
    }

    private static String unknown(String target) {
        return "what '"
                + Printable.of(target)
                + "' is built on is not known: no layer, history or package list of the index fits,"
                + " and neither annotation, provenance nor label names it. --file DOCKERFILE tells,"
                + " or `plimsoll base index registry:NAME` of the image that you think it is";
    }

    private TrustList trusted(ParseResult parsed) throws IOException {
        Path usual = new Folders(console).bases().resolve("trusted-images");
        Optional<Path> named = Options.path(parsed, "--trusted");
        Path file = named.orElse(usual);
        if (named.isEmpty() && !Files.exists(file)) {
            return TrustList.empty();
        }
        return TrustList.parse(file.toString(), Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    private ExitCode index(ParseResult parsed) throws IOException, InterruptedException {
        List<String> targets = parsed.matchedPositionalValue(0, List.of());
        List<String> names = Options.texts(parsed, "--as");
        if (!names.isEmpty() && targets.size() > 1) {
            throw new IllegalArgumentException(
                    "--as names one image; index the others by themselves");
        }
        List<TrustedKey> keys = TrustedKeyFiles.read(Options.texts(parsed, "--key"));
        ScanOptions options = TargetOptions.of(parsed, console);
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            for (String target : targets) {
                IndexedImage added =
                        new BaseIndexer(options, progress)
                                .add(
                                        Target.parse(target),
                                        names,
                                        Options.texts(parsed, "--family"),
                                        keys);
                progress.notice(
                        String.join(", ", added.names())
                                + " is indexed: "
                                + Words.count(added.packages(), "package"));
            }
        }
        return ExitCode.DONE;
    }

    private ExitCode list() throws IOException {
        Columns columns = new Columns();
        columns.add("NAME", "PLATFORM", "SYSTEM", "PACKAGES", "SIZE", "MADE", "INDEXED", "FAMILY");
        for (IndexedImage image : openIndex().all()) {
            for (String name : image.names()) {
                columns.add(
                        name,
                        image.platform(),
                        image.distribution().prettyName(),
                        "" + image.packages(),
                        Words.size(image.size()),
                        image.created()
                                .map(time -> "" + time.atOffset(ZoneOffset.UTC).toLocalDate())
                                .orElse(""),
                        "" + image.indexed(),
                        String.join(", ", image.families()));
            }
        }
        String text = String.join("\n", columns.lines()) + "\n";
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
        return ExitCode.DONE;
    }

    private ExitCode remove(ParseResult parsed) throws IOException {
        List<String> names = parsed.matchedPositionalValue(0, List.of());
        for (String name : names) {
            if (openIndex().remove(ImageName.parse(name).toString()) == 0) {
                throw new IllegalArgumentException(
                        "'" + name + "' is not in the index: `plimsoll base list` lists it");
            }
        }
        return ExitCode.DONE;
    }

    private BaseIndex openIndex() {
        return new BaseIndex(
                new Folders(console).bases(),
                problem ->
                        console.err()
                                .println(Printable.of(problem.path() + ": " + problem.reason())));
    }
}
