package io.plimsoll.cli;

import io.plimsoll.engine.Access;
import io.plimsoll.engine.ScanOptions;
import io.plimsoll.engine.Scope;
import io.plimsoll.image.Platform;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// Options of every command that reads a target.
final class TargetOptions {
    private TargetOptions() {}

    static void addTo(CommandSpec spec) {
        addWithoutScope(spec);
        spec.addOption(
                Options.value(
                        "SCOPE",
                        "squashed: what is there in the end (usual); all-layers: also what a later"
                                + " layer replaces or deletes",
                        "--scope"));
    }

    /// For commands that are about what is there in the end.
    static void addWithoutScope(CommandSpec spec) {
        spec.addOption(Options.value("DIR", "folder of the advisory store", "--db"));
        spec.addOption(Options.value("OS/ARCH", "platform to take from an index", "--platform"));
        spec.addOption(Options.flag("--no-cache", "neither use nor keep analysed layers"));
        spec.addOption(
                Options.flag(
                        "--offline", "never use the network; engines of this machine are none"));
        Timeout.addTo(spec);
        RegistryOption.addTo(spec);
        EngineOption.addTo(spec);
    }

    static ScanOptions of(ParseResult parsed, Console console) throws IOException {
        Folders folders = new Folders(console);
        return new ScanOptions(
                        folders.store(Options.path(parsed, "--db")),
                        Options.isSet(parsed, "--no-cache")
                                ? Optional.empty()
                                : Optional.of(folders.cache()),
                        LimitOptions.of(parsed),
                        Options.text(parsed, "--platform").map(Platform::parse),
                        new Access(
                                Options.isSet(parsed, "--offline"),
                                console.environment(),
                                EngineOption.of(parsed),
                                RegistryOption.of(parsed, console)),
                        today(),
                        Version.current())
                .withScope(scope(Options.text(parsed, "--scope").orElse("squashed")))
                .withBases(folders.bases());
    }

    private static Scope scope(String word) {
        return switch (word) {
            case "squashed" -> Scope.SQUASHED;
            case "all-layers" -> Scope.ALL_LAYERS;
            default ->
                    throw new IllegalArgumentException(
                            "--scope '" + word + "' is neither squashed nor all-layers");
        };
    }

    static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
