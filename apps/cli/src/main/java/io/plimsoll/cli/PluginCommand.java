package io.plimsoll.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/// `plimsoll plugin`: makes `docker scan` of this program, for one user.
final class PluginCommand {
    private static final String NAME = "docker-scan";

    private final Console console;

    PluginCommand(Console console) {
        this.console = console;
    }

    static CommandSpec spec() {
        CommandSpec spec =
                Options.command(
                        "Makes `docker scan` call this program, or takes that back:"
                                + " `plugin install`, `plugin uninstall`.");
        Options.parameter(spec, "ACTION", "install or uninstall");
        spec.addOption(
                Options.value(
                        "DIR",
                        "Docker's folder; usually $DOCKER_CONFIG, else ~/.docker",
                        "--docker-config"));
        spec.addOption(
                Options.flag(
                        "--no-hooks", "leave config.json alone: no hints after pull and build"));
        return spec;
    }

    ExitCode run(ParseResult parsed) throws IOException {
        Path docker = Options.path(parsed, "--docker-config").orElseGet(this::usualFolder);
        Path link = docker.resolve("cli-plugins").resolve(NAME);
        boolean hooks = !Options.isSet(parsed, "--no-hooks");
        String action = Options.parameter(parsed, 0);
        return switch (action) {
            case "install" -> install(docker, link, hooks);
            case "uninstall" -> uninstall(docker, link, hooks);
            default ->
                    throw new IllegalArgumentException(
                            "'" + action + "' is neither install nor uninstall");
        };
    }

    private Path usualFolder() {
        String named = console.variable("DOCKER_CONFIG");
        return named.isEmpty() ? Path.of(console.variable("HOME"), ".docker") : Path.of(named);
    }

    private ExitCode install(Path docker, Path link, boolean hooks) throws IOException {
        Path plugin = plugin();
        checkOurs(link);
        Files.createDirectories(link.getParent());
        Files.deleteIfExists(link);
        Files.createSymbolicLink(link, plugin);
        if (hooks) {
            new DockerConfigHooks(docker).add();
        }
        print("`docker scan` calls " + plugin + "\n");
        return ExitCode.DONE;
    }

    private ExitCode uninstall(Path docker, Path link, boolean hooks) throws IOException {
        checkOurs(link);
        boolean was = Files.deleteIfExists(link);
        if (hooks) {
            new DockerConfigHooks(docker).remove();
        }
        print(was ? "removed " + link + "\n" : "there was no " + link + "\n");
        return ExitCode.DONE;
    }

    /// Another's plugin of this name is not replaced.
    private static void checkOurs(Path link) {
        boolean there = Files.exists(link, LinkOption.NOFOLLOW_LINKS);
        if (there && !Files.isSymbolicLink(link)) {
            throw new IllegalArgumentException(
                    link + " is there and not of Plimsoll; move it away first");
        }
    }

    /// The script that Docker calls: beside the launcher of a distribution, or in the sources.
    private static Path plugin() {
        Path home = Path.of(System.getProperty("plimsoll.home", ".")).toAbsolutePath().normalize();
        for (String place : List.of("bin/docker-scan", "build/dist/docker-scan.sh")) {
            if (Files.isRegularFile(home.resolve(place))) {
                return home.resolve(place);
            }
        }
        throw new IllegalArgumentException(
                "no docker-scan in " + home + "; install Plimsoll again");
    }

    private void print(String text) throws IOException {
        console.out().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
