package io.plimsoll.cli;

import io.plimsoll.daemon.EngineException;
import io.plimsoll.daemon.docker.EngineKind;
import io.plimsoll.daemon.docker.ImageEvents;
import io.plimsoll.engine.ImageSummary;
import io.plimsoll.engine.LocalImages;
import io.plimsoll.engine.LocalImages.Summarized;
import io.plimsoll.engine.Progress;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll images`: the images of the local engines, what to fix first at the top.
final class ImagesCommand {
    private static final String WATCH = "--watch";

    private final Console console;

    ImagesCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Lists the images of the local engines with their vulnerabilities, what to"
                                + " fix first at the top.");
        spec.addOption(Options.value("FORMAT", "text or json", "--format"));
        spec.addOption(Options.value("ENGINE", "docker or podman; usually both", "--engine"));
        spec.addOption(Options.flag("--all", "images without a name too"));
        spec.addOption(
                Options.flag(WATCH, "stay, and list again whenever the engine's images change"));
        spec.addOption(Options.flag("--verbose", "progress even without a terminal"));
        spec.addOption(Options.flag("--quiet", "no progress"));
        spec.addOption(Options.flag("--no-color", "no colours"));
        LimitOptions.addTo(spec);
        TargetOptions.addTo(spec);
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException, InterruptedException {
        ScanOptions options = TargetOptions.of(parsed, console);
        String format = Options.text(parsed, "--format").orElse("text");
        if (!List.of("text", "json").contains(format)) {
            throw new IllegalArgumentException(
                    "--format '" + format + "' is unknown; images writes text and json");
        }
        List<EngineKind> kinds = kinds(Options.text(parsed, "--engine"));
        if (Options.isSet(parsed, WATCH)) {
            return watch(parsed, options, kinds, format);
        }
        write(all(parsed, kinds, options), format, options);
        return ExitCode.DONE;
    }

    private static List<EngineKind> kinds(Optional<String> named) {
        if (named.isEmpty()) {
            return List.of(EngineKind.values());
        }
        for (EngineKind kind : EngineKind.values()) {
            if (kind.word().equals(named.get())) {
                return List.of(kind);
            }
        }
        throw new IllegalArgumentException(
                "--engine '" + named.get() + "' is unknown; there are docker and podman");
    }

    private List<Summarized> all(ParseResult parsed, List<EngineKind> kinds, ScanOptions options)
            throws IOException, InterruptedException {
        try (TerminalProgress progress = TerminalProgress.of(console, parsed)) {
            return all(kinds, options, progress, Options.isSet(parsed, "--all"));
        }
    }

    /// The images of all engines that can be reached.
    ///
    /// @throws EngineException if none can
    private static List<Summarized> all(
            List<EngineKind> kinds, ScanOptions options, Progress progress, boolean unnamed)
            throws IOException, InterruptedException {
        List<Summarized> images = new ArrayList<>();
        List<String> unreached = new ArrayList<>();
        for (EngineKind kind : kinds) {
            try {
                images.addAll(new LocalImages(kind, options, progress).summaries());
            } catch (EngineException unreachable) {
                unreached.add(unreachable.getMessage());
            }
        }
        if (unreached.size() == kinds.size()) {
            throw new EngineException(String.join("; ", unreached));
        }
        images.removeIf(each -> !unnamed && each.image().names().isEmpty());
        images.sort(ImagesCommand::worstFirst);
        return images;
    }

    private static int worstFirst(Summarized left, Summarized right) {
        int order = Boolean.compare(left.summary().isEmpty(), right.summary().isEmpty());
        if (order == 0 && left.summary().isPresent() && right.summary().isPresent()) {
            order = worstFirst(left.summary().get(), right.summary().get());
        }
        return order != 0 ? order : ImageTable.name(left).compareTo(ImageTable.name(right));
    }

    private static int worstFirst(ImageSummary left, ImageSummary right) {
        int order = Integer.compare(right.exploited(), left.exploited());
        for (Severity severity : Severity.values()) {
            if (order == 0) {
                order = Integer.compare(right.count(severity), left.count(severity));
            }
        }
        return order;
    }

    private void write(List<Summarized> images, String format, ScanOptions options)
            throws IOException {
        boolean colour = console.outIsTerminal() && console.variable("NO_COLOR").isEmpty();
        if (format.equals("json")) {
            ImageTable.json(images, options, console.out());
        } else {
            ImageTable.text(images, options.today(), colour, console.out());
        }
    }

    /// Lists, waits for a change, and lists again, until the user ends it.
    private ExitCode watch(
            ParseResult parsed, ScanOptions options, List<EngineKind> kinds, String format)
            throws IOException, InterruptedException {
        EngineKind watched = reachable(kinds, options);
        LocalImages local = new LocalImages(watched, options, Progress.SILENT);
        while (true) {
            // Listening begins before the list is made, so that no change falls between them.
            try (ImageEvents events = local.events()) {
                write(all(parsed, List.of(watched), options), format, options);
                if (events.next().isEmpty()) {
                    console.err().println(watched.word() + " has ended the connection");
                    return ExitCode.TARGET;
                }
            }
        }
    }

    private static EngineKind reachable(List<EngineKind> kinds, ScanOptions options)
            throws IOException {
        List<String> unreached = new ArrayList<>();
        for (EngineKind kind : kinds) {
            try {
                new LocalImages(kind, options, Progress.SILENT).events().close();
                return kind;
            } catch (EngineException unreachable) {
                unreached.add(unreachable.getMessage());
            }
        }
        throw new EngineException(String.join("; ", unreached));
    }
}
