package io.plimsoll.cli;

import io.plimsoll.base.catalogue.TrustList;
import io.plimsoll.engine.BaseAdvisor;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scanner;
import io.plimsoll.engine.Target;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.report.dockerscan.DockerScanJson;
import io.plimsoll.report.dockerscan.DockerScanText;
import io.plimsoll.report.dockerscan.DockerScanView;
import io.plimsoll.report.dockerscan.DockerScanned;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.ParseResult;

/// `docker scan IMAGE`: what the plugin `docker-scan` calls. Its words and exit codes are those of the
/// command that was switched off; what asked for an account says that none is needed.
final class DockerScanCommand {
    static final String NAME = "docker-scan";

    private static final int FAILED = 1;

    /// A findings' exit code and an error's are one: whoever must tell them apart uses `plimsoll scan`.
    private static final int FOUND = 1;

    private static final String UUID =
            "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    private static final Path SNYK = Path.of(".snyk");

    private final Console console;

    DockerScanCommand(Console console) {
        this.console = console;
    }

    /// Runs one call.
    ///
    /// @return 0 where nothing was found, 1 where something was, or where it failed
    int run(List<String> words) {
        List<Integer> codes = new ArrayList<>();
        new Failures(console, false)
                .guard(() -> {
                    codes.add(call(words));
                    return ExitCode.DONE;
                });
        return codes.isEmpty() ? FAILED : codes.getFirst();
    }

    private int call(List<String> words) throws IOException {
        DockerScanArguments arguments;
        try {
            arguments = DockerScanArguments.parse(words);
        } catch (IllegalArgumentException wrong) {
            return fail(wrong.getMessage() + "\nSee 'docker scan --help'.");
        }
        if (arguments.isSet("help")) {
            print(usage());
            return 0;
        }
        Optional<String> wrong = contradiction(arguments);
        if (wrong.isPresent()) {
            return fail(wrong.get());
        }
        if (arguments.isSet("version")) {
            print(version());
            return 0;
        }
        if (arguments.isSet("login")) {
            print("Plimsoll needs no account: there is nothing to log in to.\n");
            return 0;
        }
        if (arguments.isSet("reject-license")) {
            print("Nothing is sent to a third party: there is nothing to reject.\n");
            return 0;
        }
        if (arguments.images().size() != 1) {
            boolean consented = arguments.isSet("accept-license") && arguments.images().isEmpty();
            if (consented) {
                return 0;
            }
            print(usage());
            return fail("\"docker scan\" requires exactly 1 argument");
        }
        return arguments.isSet("json") ? json(arguments) : text(arguments);
    }

    /// What options forbid one another, in the words of the original.
    private static Optional<String> contradiction(DockerScanArguments arguments) {
        if (arguments.isSet("accept-license") && arguments.isSet("reject-license")) {
            return Optional.of("enable and disable flags are mutualy exlusive");
        }
        String token = arguments.value("token");
        if (arguments.has("token") && !token.matches(UUID)) {
            return Optional.of("invalid authentication token \"" + token + "\"");
        }
        if (arguments.isSet("login") && !arguments.images().isEmpty()) {
            return Optional.of("--login flag expects no argument");
        }
        if (arguments.isSet("exclude-base") && !arguments.has("file")) {
            return Optional.of("--file flag is mandatory to use --exclude-base flag");
        }
        if (arguments.isSet("group-issues") && !arguments.isSet("json")) {
            return Optional.of("--json flag is mandatory to use --group-issues flag");
        }
        List<String> levels = List.of("low", "medium", "high", "critical");
        return arguments.has("severity") && !levels.contains(arguments.value("severity"))
                ? Optional.of("--severity takes only 'low', 'medium' or 'high' values")
                : Optional.empty();
    }

    private int text(DockerScanArguments arguments) {
        return scan(arguments, console, DockerScanText::write);
    }

    /// A failure is a document too, for the program that reads it, and a message for who reads the log.
    private int json(DockerScanArguments arguments) throws IOException {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream listening = new PrintStream(said, true, StandardCharsets.UTF_8);
        Console quiet =
                new Console(
                        console.out(),
                        listening,
                        console.outIsTerminal(),
                        false,
                        console.environment(),
                        console.activity());
        ByteArrayOutputStream report = new ByteArrayOutputStream();
        int code =
                scan(
                        arguments,
                        quiet,
                        (found, view, out) -> DockerScanJson.write(found, view, report));
        String message = said.toString(StandardCharsets.UTF_8).strip();
        if (!message.isEmpty()) {
            console.err().println(message);
        }
        print(report.size() > 0 ? report.toByteArray() : error(message, arguments));
        return code;
    }

    private static byte[] error(String message, DockerScanArguments arguments) throws IOException {
        ByteArrayOutputStream document = new ByteArrayOutputStream();
        DockerScanJson.writeError(message, arguments.images().getFirst(), document);
        return document.toByteArray();
    }

    /// Writes what was found.
    private interface Report {
        boolean write(DockerScanned scanned, DockerScanView view, OutputStream out)
                throws IOException;
    }

    private int scan(DockerScanArguments arguments, Console to, Report report) {
        List<Boolean> found = new ArrayList<>();
        ExitCode code =
                new Failures(to, false)
                        .guard(() -> {
                            DockerScanned scanned = scanned(arguments, to);
                            OutputStream out = new BufferedOutputStream(to.out(), 64 * 1024);
                            found.add(report.write(scanned, view(arguments), out));
                            out.flush();
                            return scanned.report().complete() ? ExitCode.DONE : incomplete(to);
                        });
        return code == ExitCode.DONE ? (found.contains(true) ? FOUND : 0) : FAILED;
    }

    private static ExitCode incomplete(Console to) {
        to.err().println("a part of the image could not be read: `plimsoll scan` says which");
        return ExitCode.TARGET;
    }

    /// The options of `plimsoll scan` count here as far as the environment sets them.
    private static DockerScanned scanned(DockerScanArguments arguments, Console to)
            throws IOException, InterruptedException {
        CommandLine scan = new CommandLine(ScanCommand.spec());
        String image = arguments.images().getFirst();
        String[] words =
                arguments.has("file")
                        ? new String[] {"--file=" + arguments.value("file"), image}
                        : new String[] {image};
        ParseResult parsed = scan.parseArgs(words);
        parsed = scan.parseArgs(EnvironmentOptions.added(words, parsed, to.environment()));
        try (TerminalProgress progress = TerminalProgress.of(to, parsed)) {
            ScanOptions options =
                    TargetOptions.of(parsed, to).withDockerfile(DockerfileOptions.of(parsed, to));
            List<String> snyk = Files.isRegularFile(SNYK) ? List.of(SNYK.toString()) : List.of();
            PolicyOptions policy = PolicyOptions.of(parsed, snyk);
            ScanReport report = new Scanner(options, progress).scan(Target.parse(image));
            ScanReport judged = policy.apply(report, options, progress);
            return new DockerScanned(
                    new BaseAdvisor(options, progress, TrustList.empty()).advised(judged), snyk());
        }
    }

    private DockerScanView view(DockerScanArguments arguments) {
        boolean colour = console.outIsTerminal() && console.variable("NO_COLOR").isEmpty();
        return new DockerScanView(
                arguments.images().getFirst(),
                arguments.value("file"),
                arguments.has("severity")
                        ? Severities.parse(arguments.value("severity"))
                        : Severity.LOW,
                arguments.has("severity"),
                arguments.isSet("exclude-base"),
                arguments.isSet("dependency-tree"),
                arguments.isSet("group-issues"),
                colour);
    }

    /// The policy in the working folder; empty where there is none. It was read before, and is small.
    private static String snyk() throws IOException {
        return Files.isRegularFile(SNYK)
                ? new String(Files.readAllBytes(SNYK), StandardCharsets.UTF_8)
                : "";
    }

    private static String version() {
        String version = Version.current();
        return "Version:    v" + version + "\nProvider:   Plimsoll (" + version + ")\n";
    }

    /// The help of the original, whose layout scripts compare.
    private static String usage() throws IOException {
        try (InputStream in =
                DockerScanCommand.class.getResourceAsStream("docker-scan-usage.txt")) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private int fail(String message) {
        console.err().println(message);
        return FAILED;
    }

    private void print(String text) throws IOException {
        print(text.getBytes(StandardCharsets.UTF_8));
    }

    private void print(byte[] bytes) throws IOException {
        console.out().write(bytes);
    }
}
