package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What completes in real shells, and what real readers say of the manual pages.
final class CompletionTest {
    @TempDir static Path folder;

    @BeforeAll
    static void scripts() throws IOException, InterruptedException {
        for (String shell : List.of("bash", "zsh", "fish")) {
            String script = plimsoll("completion", shell).withCode(0).out();
            Files.writeString(folder.resolve("plimsoll." + shell), script);
        }
    }

    @Test
    void bashCompletesCommandsOptionsAndWords() throws Exception {
        assertThat(bash("plimsoll", "")).contains("scan", "db", "completion");
        assertThat(bash("plimsoll", "sc")).containsExactly("scan");
        assertThat(bash("plimsoll", "scan", "--fail")).containsExactly("--fail-on");
        assertThat(bash("plimsoll", "db", "bu")).containsExactly("build");
        assertThat(bash("plimsoll", "scan", "--format", "cyc"))
                .containsExactlyInAnyOrder("cyclonedx", "cyclonedx-xml");
    }

    /// The words that bash offers for the last of these.
    private static List<String> bash(String... words) throws IOException, InterruptedException {
        String line = String.join(" ", words);
        String script =
                "source plimsoll.bash; COMP_WORDS=("
                        + (line + (line.endsWith(" ") ? "''" : ""))
                        + "); COMP_CWORD="
                        + (words.length - 1)
                        + "; COMP_LINE='"
                        + line
                        + "'; COMP_POINT=${#COMP_LINE}; _complete_plimsoll plimsoll "
                        + "\"${COMP_WORDS[COMP_CWORD]}\"; printf '%s\\n' \"${COMPREPLY[@]}\"";
        return new Program(folder)
                .run("bash", "--norc", "-c", script).withCode(0).lines().stream()
                        .map(String::strip)
                        .toList();
    }

    @Test
    void zshLoadsItAsAFunctionOfItsPath() throws Exception {
        Path functions = Files.createDirectories(folder.resolve("functions"));
        Files.copy(folder.resolve("plimsoll.zsh"), functions.resolve("_plimsoll"));
        String script =
                "fpath=("
                        + functions
                        + " $fpath); autoload -U compinit; compinit -u -D;"
                        + " echo ${_comps[plimsoll]}; source plimsoll.zsh; echo ${_comps[plimsoll]};"
                        + " whence -w _complete_plimsoll";
        assertThat(new Program(folder).lines("zsh", "-f", "-c", script))
                .contains("_plimsoll", "_complete_plimsoll: function")
                .anyMatch(line -> line.contains("_bash_complete"));
    }

    @Test
    void fishCompletesCommandsOptionsAndWords() throws Exception {
        assertThat(fish("plimsoll sc")).containsExactly("scan");
        assertThat(fish("plimsoll scan --fail")).containsExactly("--fail-on");
        assertThat(fish("plimsoll db bu")).containsExactly("build");
        assertThat(fish("plimsoll scan --format cyc"))
                .containsExactlyInAnyOrder("cyclonedx", "cyclonedx-xml");
        assertThat(fish("plimsoll completion f")).contains("fish");
    }

    private static List<String> fish(String line) throws IOException, InterruptedException {
        return new Program(folder)
                        .with("HOME", folder.toString())
                        .lines(
                                "fish",
                                "--no-config",
                                "-c",
                                "source plimsoll.fish; complete -C '" + line + "'")
                        .stream()
                        .map(each -> each.split("\t", -1)[0])
                        .toList();
    }

    @Test
    void manualPagesAreReadWithoutAWarning() throws Exception {
        Path pages = folder.resolve("man");
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Repository.root().resolve("apps/cli/target/plimsoll.jar").toString();
        new Program(folder)
                .lines(java, "-cp", jar, "io.plimsoll.cli.ManPages", "man", "2026-11-27");
        try (Stream<Path> all = Files.list(pages)) {
            List<Path> files = all.sorted().toList();
            assertThat(files).hasSizeGreaterThan(20);
            for (Path page : files) {
                Program.Outcome shown =
                        new Program(folder)
                                .run("groff", "-ww", "-man", "-Tutf8", page.toString())
                                .withCode(0);
                assertThat(shown.err()).as(page.toString()).isEmpty();
                assertThat(shown.out()).contains("Interrupted.");
                new Program(folder).lines("mandoc", "-Tlint", "-Wwarning", page.toString());
            }
        }
        assertThat(
                        new Program(folder)
                                .lines("man", "-l", pages.resolve("plimsoll-scan.1").toString()))
                .anyMatch(line -> line.contains("--fail-on=GATE"));
    }

    private static Program.Outcome plimsoll(String... arguments)
            throws IOException, InterruptedException {
        return CommandLineTest.launcher(folder)
                .run(
                        Stream.concat(
                                        Stream.of(Repository.launcher().toString()),
                                        Stream.of(arguments))
                                .toArray(String[]::new));
    }
}
