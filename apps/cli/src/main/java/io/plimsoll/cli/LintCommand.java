package io.plimsoll.cli;

import io.plimsoll.lint.Fixer;
import io.plimsoll.lint.Level;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.LintSettings;
import io.plimsoll.lint.Linter;
import io.plimsoll.lint.RuleInfo;
import io.plimsoll.lint.RuleTable;
import io.plimsoll.lint.image.BuiltImage;
import io.plimsoll.lint.report.LintReports;
import io.plimsoll.lint.report.UnifiedDiff;
import io.plimsoll.lint.rules.Rules;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll lint DOCKERFILE…`: what is wrong with Dockerfiles, and the fixes.
final class LintCommand {
    private static final String FIX = "--fix";
    private static final String DIFF = "--diff";

    private final Console console;

    LintCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Checks Dockerfiles: what makes images unsafe, large or different from"
                                + " build to build, and what a builder would refuse.");
        spec.addPositional(
                PositionalParamSpec.builder()
                        .paramLabel("DOCKERFILE")
                        .arity("1..*")
                        .required(true)
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .description("the files, - for standard input")
                        .build());
        spec.addOption(Options.value("FORMAT", String.join(", ", LintReports.FORMATS), "--format"));
        spec.addOption(Options.value("FILE", "where the report goes", "-o", "--output"));
        spec.addOption(
                Options.value(
                        "LEVEL",
                        "exit 1 where something is of this level or worse: error, warning, info"
                                + " or style",
                        "--fail-on"));
        spec.addOption(Options.values("RULE", "leave out a rule, by any of its names", "--ignore"));
        LintOptions.addTo(spec);
        LintImage.addTo(spec);
        spec.addOption(Options.flag(FIX, "write the fixes that are safe into the files"));
        spec.addOption(Options.flag(DIFF, "show what --fix would do, and write nothing"));
        spec.addOption(Options.flag("--verbose", "show where a defect of the program is"));
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        List<String> names = parsed.matchedPositionalValue(0, List.of());
        Wish wish = Wish.of(parsed, names);
        Optional<Path> output = Options.path(parsed, "--output");
        LintImage images = new LintImage(console);
        Optional<BuiltImage> image = images.read(parsed, names);
        if (image.isPresent() && LintImage.isSplit(parsed)) {
            OutputFile.write(
                    output, console, images.split(names.getFirst(), image.get(), wish.shows()));
            return ExitCode.DONE;
        }
        try (LintBases bases = new LintBases(parsed, console)) {
            LintSettings asked = LintOptions.of(parsed).with(bases);
            LintSettings settings = image.map(asked::with).orElse(asked);
            return lint(names, settings, wish, output);
        }
    }

    private ExitCode lint(
            List<String> names, LintSettings settings, Wish wish, Optional<Path> output)
            throws IOException {
        List<Linted> linted = new ArrayList<>();
        for (String name : names) {
            Linter linter = linter(wish.ignored(), settings.in(LintInput.context(name)));
            linted.add(new Linted(linter.lint(name, LintInput.read(name)), new Fixer(linter)));
        }
        List<LintReport> reports = linted.stream().map(Linted::report).toList();
        if (wish.shows()) {
            OutputFile.write(output, console, out -> diff(linted, out));
            return ended(reports, wish.gate());
        }
        List<LintReport> shown = wish.fixes() ? fixed(linted) : reports;
        OutputFile.write(
                output,
                console,
                out -> LintReports.write(wish.format(), shown, Version.current(), out));
        return ended(shown, wish.gate());
    }

    /// What a call asks for.
    ///
    /// @param shows whether the fixes are shown and not written
    /// @param ignored names of rules
    private record Wish(
            String format,
            boolean fixes,
            boolean shows,
            List<String> ignored,
            Optional<Level> gate) {
        /// @throws IllegalArgumentException if the options are wrong
        static Wish of(ParseResult parsed, List<String> names) {
            String format = Options.text(parsed, "--format").orElse("text");
            if (!LintReports.FORMATS.contains(format)) {
                throw new IllegalArgumentException(
                        "--format '"
                                + format
                                + "' is unknown; lint writes "
                                + String.join(", ", LintReports.FORMATS));
            }
            boolean fixes = Options.isSet(parsed, FIX);
            boolean shows = Options.isSet(parsed, DIFF);
            if (fixes && (shows || names.contains("-"))) {
                throw new IllegalArgumentException(
                        shows
                                ? FIX + " and " + DIFF + " exclude one another"
                                : FIX + " needs a file");
            }
            if (fixes && LintImage.isSplit(parsed)) {
                throw new IllegalArgumentException(FIX + " and --split exclude one another");
            }
            return new Wish(
                    format,
                    fixes,
                    shows,
                    LintCommand.ignored(Options.texts(parsed, "--ignore")),
                    Options.text(parsed, "--fail-on").map(LintCommand::level));
        }
    }

    /// A report, and what fixes its file.
    private record Linted(LintReport report, Fixer fixer) {
        Fixer.Result fix() {
            return fixer.fix(report);
        }
    }

    private static Linter linter(List<String> ignored, LintSettings settings) {
        return new Linter(Rules.all(), ignored, LocalDate.now(ZoneOffset.UTC), settings);
    }

    private static List<String> ignored(List<String> options) {
        List<String> ignored =
                options.stream()
                        .flatMap(each -> Arrays.stream(each.split(",", -1)))
                        .map(String::strip)
                        .toList();
        List<RuleInfo> rules = RuleTable.load().all();
        for (String name : ignored) {
            if (rules.stream().noneMatch(rule -> rule.isNamed(name))) {
                throw new IllegalArgumentException(
                        "--ignore '" + name + "': no rule has this name; docs/rules lists them");
            }
        }
        return ignored;
    }

    private List<LintReport> fixed(List<Linted> linted) throws IOException {
        List<LintReport> after = new ArrayList<>();
        for (Linted each : linted) {
            LintReport report = each.report();
            Fixer.Result result = each.fix();
            byte[] bytes = result.file().print();
            if (!Arrays.equals(bytes, report.file().print())) {
                OutputFile.write(Path.of(report.path()), out -> out.write(bytes));
                console.err().println(report.path() + ": " + result.fixed() + " fixed");
            }
            after.add(result.report());
        }
        return after;
    }

    /// Bytes are characters here, so that a file that is no UTF-8 gets through.
    private static void diff(List<Linted> linted, OutputStream out) throws IOException {
        for (Linted each : linted) {
            LintReport report = each.report();
            String path =
                    new String(
                            report.path().getBytes(StandardCharsets.UTF_8),
                            StandardCharsets.ISO_8859_1);
            String diff =
                    UnifiedDiff.of(
                            path,
                            new String(report.file().print(), StandardCharsets.ISO_8859_1),
                            new String(each.fix().file().print(), StandardCharsets.ISO_8859_1));
            out.write(diff.getBytes(StandardCharsets.ISO_8859_1));
        }
    }

    private ExitCode ended(List<LintReport> reports, Optional<Level> gate) {
        if (gate.isEmpty()) {
            return ExitCode.DONE;
        }
        long count =
                reports.stream()
                        .flatMap(each -> each.findings().stream())
                        .filter(each -> each.rule().level().isAtLeast(gate.get()))
                        .count();
        long problems = reports.stream().mapToLong(each -> each.problems().size()).sum();
        if (count + problems == 0) {
            return ExitCode.DONE;
        }
        console.err()
                .println(
                        "The gate does not hold: "
                                + (count + problems)
                                + (count + problems == 1 ? " finding" : " findings")
                                + " of level "
                                + gate.get().word()
                                + (gate.get() == Level.ERROR ? "" : " or worse"));
        return ExitCode.GATE;
    }

    private static Level level(String word) {
        for (Level level : Level.values()) {
            if (level.word().equals(word.toLowerCase(Locale.ROOT))) {
                return level;
            }
        }
        throw new IllegalArgumentException(
                "--fail-on '" + word + "' is unknown; lint knows error, warning, info and style");
    }
}
