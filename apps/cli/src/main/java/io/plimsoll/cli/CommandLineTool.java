package io.plimsoll.cli;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.MalformedSegmentException;
import io.plimsoll.model.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
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
    private static final int LONGEST_MESSAGE = 4_000;

    private final Console console;

    CommandLineTool(Console console) {
        this.console = console;
    }

    /// Runs one call.
    ///
    /// @return the exit code
    int run(String... arguments) {
        if (arguments.length == 1 && arguments[0].equals("version")) {
            return version().code();
        }
        WarmUp.start();
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

    /// Without the parser of command lines, which takes longer than all else here.
    private ExitCode version() {
        try {
            return new VersionCommand(console).run();
        } catch (IOException unwritable) {
            return failed(unwritable);
        }
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
        commands.put("cache", CacheCommand::spec);
        commands.put("db", DbCommand::spec);
        commands.put("explain", ExplainCommand::spec);
        commands.put("sbom", SbomCommand::spec);
        commands.put("scan", ScanCommand::spec);
        commands.put("version", VersionCommand::spec);
        return commands;
    }

    private ExitCode dispatch(ParseResult parsed) {
        if (!parsed.hasSubcommand()) {
            CommandLine.usage(parsed.commandSpec().commandLine(), console.err());
            return ExitCode.USAGE;
        }
        ParseResult sub = parsed.subcommand();
        try {
            Optional<Duration> timeout = Timeout.of(sub);
            return timeout.isEmpty()
                    ? call(sub)
                    : Timeout.limit(timeout.get(), console, () -> call(sub));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return ExitCode.INTERRUPTED;
        } catch (AdvisoryStoreException | MalformedSegmentException data) {
            return fail(ExitCode.DATA, data);
        } catch (UncheckedIOException wrapped) {
            return failed(wrapped.getCause() == null ? wrapped : wrapped.getCause());
        } catch (IOException unreadable) {
            return failed(unreadable);
        } catch (IllegalArgumentException wrong) {
            return fail(ExitCode.USAGE, wrong);
        } catch (OutOfMemoryError tooMuch) {
            return outOfMemory();
        } catch (RuntimeException | StackOverflowError defect) {
            return unexpected(defect, Options.isSet(sub, "--verbose"));
        }
    }

    private ExitCode failed(Exception failure) {
        if (failure instanceof StandardOutput.ReaderGoneException) {
            return console.activity().isCutShort() ? ExitCode.INTERRUPTED : ExitCode.READER_GONE;
        }
        boolean data = failure instanceof AdvisoryStoreException;
        return fail(data ? ExitCode.DATA : ExitCode.TARGET, failure);
    }

    private ExitCode call(ParseResult sub) throws IOException, InterruptedException {
        return switch (sub.commandSpec().name()) {
            case "cache" -> new CacheCommand(console).run(sub);
            case "db" -> new DbCommand(console).run(sub);
            case "explain" -> new ExplainCommand(console).run(sub);
            case "sbom" -> new SbomCommand(console).run(sub);
            case "scan" -> new ScanCommand(console).run(sub);
            case "version" -> new VersionCommand(console).run();
            default -> throw new IllegalStateException(sub.commandSpec().name());
        };
    }

    private ExitCode outOfMemory() {
        long memory = Runtime.getRuntime().maxMemory() / (1024 * 1024);
        console.err()
                .println(
                        "what the target says does not fit into the "
                                + memory
                                + " MiB of memory that the program has; lower --max-packages or"
                                + " --max-entries to see a part of it");
        return ExitCode.TARGET;
    }

    /// A defect of the program: never the code of a gate, and no stack trace unless asked for.
    private ExitCode unexpected(Throwable defect, boolean verbose) {
        if (console.activity().isCutShort()) {
            return ExitCode.INTERRUPTED;
        }
        console.err()
                .println(
                        "plimsoll failed unexpectedly ("
                                + Printable.beginning(defect.toString(), LONGEST_MESSAGE)
                                + "); --verbose shows where, please report it");
        if (verbose) {
            defect.printStackTrace(console.err());
        }
        return ExitCode.TARGET;
    }

    private ExitCode fail(ExitCode code, Exception failure) {
        if (console.activity().isCutShort()) {
            // However the end of the call showed itself, the user has asked for it.
            return ExitCode.INTERRUPTED;
        }
        String message = Printable.beginning(String.valueOf(failure.getMessage()), LONGEST_MESSAGE);
        console.err()
                .println(
                        failure instanceof NoSuchFileException missing
                                        && missing.getReason() == null
                                ? message + ": there is no such file"
                                : message);
        return code;
    }

    private static PrintWriter writer(java.io.OutputStream out) {
        return new PrintWriter(new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), true);
    }
}
