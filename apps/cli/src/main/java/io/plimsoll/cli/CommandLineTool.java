package io.plimsoll.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/// The commands and how each call of them ends.
final class CommandLineTool {
    private final Console console;

    CommandLineTool(Console console) {
        this.console = console;
    }

    /// Runs one call.
    ///
    /// @return the exit code
    int run(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("version")) {
            return new Failures(console, false)
                    .guard(() -> new VersionCommand(console).run())
                    .code();
        }
        WarmUp.start();
        if (arguments.length > 0 && arguments[0].equals(DockerScanCommand.NAME)) {
            return new DockerScanCommand(console)
                    .run(List.of(arguments).subList(1, arguments.length));
        }
        CommandLine commandLine = new CommandLine(spec(arguments));
        commandLine.setOut(writer(console.out()));
        commandLine.setErr(writer(console.err()));
        commandLine.setUsageHelpWidth(100);
        try {
            ParseResult parsed = commandLine.parseArgs(arguments);
            Integer help = CommandLine.executeHelpRequest(parsed);
            if (help != null) {
                return help;
            }
            String[] all = EnvironmentOptions.added(arguments, parsed, console.environment());
            boolean asBefore = all.length == arguments.length;
            return dispatch(asBefore ? parsed : commandLine.parseArgs(all)).code();
        } catch (ParameterException wrong) {
            console.err().println(wrong.getMessage());
            console.err()
                    .println(
                            "`"
                                    + wrong.getCommandLine().getCommandSpec().qualifiedName()
                                    + " --help` lists what it takes");
            return ExitCode.USAGE.code();
        }
    }

    /// The program with all its commands.
    static CommandSpec all() {
        return spec();
    }

    /// The commands: all of them for help, else only the one that is called, since building the
    /// others costs 30 ms.
    private static CommandSpec spec(String... arguments) {
        CommandSpec root =
                Options.command(
                        "Says what is in a container image, what is wrong with it, and what to do.");
        root.name("plimsoll")
                .version("plimsoll " + Version.current())
                .addOption(
                        OptionSpec.builder("-V", "--version")
                                .versionHelp(true)
                                .type(boolean.class)
                                .description("Print version information and exit.")
                                .build());
        Map<String, Supplier<CommandSpec>> commands = commands();
        String called = arguments.length == 0 ? "" : arguments[0];
        if (commands.containsKey(called)) {
            root.addSubcommand(called, commands.get(called).get());
        } else {
            commands.forEach((name, command) -> root.addSubcommand(name, command.get()));
        }
        return root;
    }

    private static Map<String, Supplier<CommandSpec>> commands() {
        Map<String, Supplier<CommandSpec>> commands = new TreeMap<>();
        commands.put("base", BaseCommand::spec);
        commands.put("cache", CacheCommand::spec);
        commands.put("compare", CompareCommand::spec);
        commands.put("completion", CompletionCommand::spec);
        commands.put("db", DbCommand::spec);
        commands.put("explain", ExplainCommand::spec);
        commands.put("images", ImagesCommand::spec);
        commands.put("lint", LintCommand::spec);
        commands.put("plugin", PluginCommand::spec);
        commands.put("sbom", SbomCommand::spec);
        commands.put("scan", ScanCommand::spec);
        commands.put("verify", VerifyCommand::spec);
        commands.put("version", VersionCommand::spec);
        return commands;
    }

    private ExitCode dispatch(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            CommandLine.usage(parsed.commandSpec().commandLine(), console.err());
            return ExitCode.USAGE;
        }
        ParseResult sub = parsed.subcommand();
        boolean verbose = Options.isSet(sub, "--verbose");
        return new Failures(console, verbose).guard(() -> call(sub));
    }

    private ExitCode call(ParseResult sub) throws IOException, InterruptedException {
        Optional<Duration> timeout = Timeout.of(sub);
        return timeout.isEmpty() ? run(sub) : Timeout.limit(timeout.get(), console, () -> run(sub));
    }

    private ExitCode run(ParseResult sub) throws IOException, InterruptedException {
        return switch (sub.commandSpec().name()) {
            case "base" -> new BaseCommand(console).run(sub);
            case "cache" -> new CacheCommand(console).run(sub);
            case "compare" -> new CompareCommand(console).run(sub);
            case "completion" -> new CompletionCommand(console).run(sub, all());
            case "db" -> new DbCommand(console).run(sub);
            case "explain" -> new ExplainCommand(console).run(sub);
            case "images" -> new ImagesCommand(console).run(sub);
            case "lint" -> new LintCommand(console).run(sub);
            case "plugin" -> new PluginCommand(console).run(sub);
            case "sbom" -> new SbomCommand(console).run(sub);
            case "scan" -> new ScanCommand(console).run(sub);
            case "verify" -> new VerifyCommand(console).run(sub);
            case "version" -> new VersionCommand(console).run();
            default -> throw new IllegalStateException(sub.commandSpec().name());
        };
    }

    private static PrintWriter writer(java.io.OutputStream out) {
        return new PrintWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
