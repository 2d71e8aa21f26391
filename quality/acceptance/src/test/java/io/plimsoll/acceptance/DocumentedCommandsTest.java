package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every `$ ./plimsoll …` in a `console` block of the README and the guide does what the page says:
/// it ends with 0, or with the number that the page shows below a `$ echo $?`.
///
/// A command runs in a folder that holds the {@link Examples}; one that names anything else has no
/// way to run and fails here.
final class DocumentedCommandsTest {
    private static final String PROMPT = "$ ";

    @TempDir Path folder;

    /// A command of a page.
    ///
    /// @param code the exit code that the page shows
    record Documented(String page, int line, String command, int code) {
        @Override
        public String toString() {
            return page + ":" + line + " " + command;
        }
    }

    @TempDir static Path shared;

    private static TestAuthority authority;
    private static RealRegistry plain;
    private static RealRegistry secured;
    private static StaticServer mirror;

    /// The registries that the pages call `localhost:5000` and `localhost:5443`, and the web server
    /// that they call `localhost:8000`.
    @BeforeAll
    static void registries() throws Exception {
        authority = TestAuthority.make(shared.resolve("ca"));
        plain = RealRegistry.plain(shared.resolve("registry"));
        secured = RealRegistry.withTls(shared.resolve("registry"), authority);
        Path images = Files.createDirectories(shared.resolve("images"));
        Examples.write(images);
        new Program(images)
                .lines(
                        "skopeo",
                        "copy",
                        "--dest-tls-verify=false",
                        "docker-archive:image.tar",
                        "docker://" + plain.host() + "/team/app:1");
        SignedImages.push("signed-p256", plain.host(), "team/signed");
        mirror = mirror(Files.createDirectories(shared.resolve("publisher")));
    }

    /// Somebody who has feeds and a key, and has published a store.
    private static StaticServer mirror(Path publisher) throws IOException, InterruptedException {
        Feeds.key(publisher, "key");
        Feeds.write(publisher.resolve("feeds"), 40);
        Program program = CommandLineTest.launcher(publisher);
        String launcher = Repository.launcher().toString();
        program.lines(
                launcher,
                "db",
                "build",
                "--from",
                "feeds",
                "--out",
                "mirror",
                "--sign-key",
                "key.pem");
        program.lines(
                launcher,
                "db",
                "push",
                "--db",
                "mirror",
                "--plain-http",
                plain.host(),
                plain.host() + "/team/advisories:latest");
        program.lines(launcher, "db", "export", "--db", "mirror", "store.zip");
        return StaticServer.of(publisher.resolve("mirror"));
    }

    @AfterAll
    static void stop() {
        mirror.close();
        plain.close();
        secured.close();
    }

    @BeforeEach
    void examples() throws IOException, InterruptedException {
        Examples.write(folder);
        Files.copy(authority.file("ca.crt"), folder.resolve("ca.crt"));
        copy(shared.resolve("publisher"), folder);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void aDocumentedCommandRuns(Documented documented) throws Exception {
        Program launcher = CommandLineTest.launcher(folder);
        Program program =
                Engines.areNamedIn(documented.command())
                        ? Engines.get().reached(launcher)
                        : launcher;
        program.run("sh", "-c", real(documented.command())).withCode(documented.code());
    }

    private static String real(String command) {
        return command.replace("localhost:5000", plain.host())
                .replace("localhost:8000", mirror.host())
                .replace("localhost:5443", secured.host());
    }

    @Test
    void theGuideHasCommands() {
        assertThat(commands()).hasSizeGreaterThan(5);
    }

    static List<Documented> commands() {
        List<Documented> commands = new ArrayList<>();
        for (Path page : pages()) {
            commands.addAll(commands(page));
        }
        return commands;
    }

    private static List<Path> pages() {
        List<Path> pages = new ArrayList<>();
        Path readme = Repository.root().resolve("README.md");
        if (Files.exists(readme)) {
            pages.add(readme);
        }
        try (Stream<Path> guide = Files.list(Repository.root().resolve("docs/guide"))) {
            guide.filter(page -> page.toString().endsWith(".md")).sorted().forEach(pages::add);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return pages;
    }

    private static List<Documented> commands(Path page) {
        List<Documented> commands = new ArrayList<>();
        List<String> lines = lines(page);
        String name = Repository.root().relativize(page).toString();
        boolean console = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("```")) {
                console = line.equals("```console");
            } else if (console && line.startsWith(PROMPT + "./plimsoll")) {
                StringBuilder command = new StringBuilder(line.substring(PROMPT.length()));
                int start = i;
                while (command.charAt(command.length() - 1) == '\\') {
                    command.setLength(command.length() - 1);
                    command.append(lines.get(++i).strip());
                }
                commands.add(
                        new Documented(name, start + 1, command.toString(), code(lines, i + 1)));
            }
        }
        return commands;
    }

    /// The number below an `echo $?` that follows before the next command or the block's end.
    private static int code(List<String> lines, int from) {
        for (int i = from; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.equals(PROMPT + "echo $?")) {
                return Integer.parseInt(lines.get(i + 1).strip());
            }
            if (line.startsWith("```") || line.startsWith(PROMPT)) {
                return 0;
            }
        }
        return 0;
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page, StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
