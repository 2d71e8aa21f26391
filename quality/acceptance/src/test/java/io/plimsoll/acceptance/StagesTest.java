package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.engine.DockerfileOption;
import io.plimsoll.engine.ImageFacts;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Images that carry their compilers, built by a real engine: the suggested Dockerfile builds too, its
/// container does the same, and it is as much smaller as was reckoned.
final class StagesTest {
    private static final Path SOURCES = Path.of("src/test/resources/stages").toAbsolutePath();
    private static final String BASE = "localhost/stages-debian:12";

    /// As images of Debian are: apt keeps nothing that it downloads, dpkg does not wait for the disk.
    private static final String BASE_FILE =
            """
            FROM localhost/stages-imported:12
            RUN echo force-unsafe-io > /etc/dpkg/dpkg.cfg.d/unsafe && \\
                echo 'Dir::Cache::pkgcache ""; Dir::Cache::srcpkgcache "";' \\
                     'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb"; };' \\
                     > /etc/apt/apt.conf.d/keep-nothing
            """;

    private static final Pattern RECKONED =
            Pattern.compile(
                    "as split: {2}(\\d+) MB, (\\d+) packages, (\\d+) findings?.* as reckoned");

    /// Part of the size by which the real image may differ: archives and lists of apt, headers of tar.
    private static final double TOLERANCE = 0.15;

    @TempDir static Path folder;

    private static Program tools;

    @BeforeAll
    static void base() throws Exception {
        Engines engines = Engines.get();
        tools = engines.reached(new Program(folder)).with("DOCKER_BUILDKIT", "0");
        docker("import", DebianImage.get().base().toString(), "localhost/stages-imported:12");
        Path sources = Files.createDirectory(folder.resolve("base"));
        Files.writeString(sources.resolve("Dockerfile"), BASE_FILE);
        build(sources, "Dockerfile", BASE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"go", "java", "c"})
    void theSuggestionBuildsDoesTheSameAndIsAsMuchSmallerAsReckoned(String language)
            throws Exception {
        Path sources = copied(language);
        String before = "stages-" + language + ":before";
        String after = "stages-" + language + ":after";
        build(sources, "Dockerfile", before);
        Program.Outcome split = split(sources, before);
        build(sources, "Dockerfile.split", after);

        String said = run(before);
        assertThat(said).startsWith("hello from " + language);
        assertThat(run(after)).isEqualTo(said);
        assertThat(lint(sources.resolve("Dockerfile"), before)).contains("PL-IMAGE-BUILD-TOOLS");
        assertThat(lint(sources.resolve("Dockerfile.split"), after)).doesNotContain("PL-IMAGE");
        JsonObject old = scan(before);
        JsonObject small = scan(after);
        assertThat(packages(small)).isLessThan(packages(old));
        assertThat(size(small)).isLessThan(size(old));

        Matcher reckoned = RECKONED.matcher(split.err());
        assertThat(reckoned.find()).as(split.err()).isTrue();
        double megabytes = size(small) / 1e6;
        assertThat(Double.parseDouble(reckoned.group(1)))
                .isBetween(megabytes * (1 - TOLERANCE), megabytes * (1 + TOLERANCE));
        assertThat(packages(small)).isEqualTo(Integer.parseInt(reckoned.group(2)));
        assertThat(small.objects("findings").size()).isEqualTo(Integer.parseInt(reckoned.group(3)));
        System.out.printf(
                "stages %s: %.0f -> %.0f MB, %d -> %d packages, %d -> %d findings%n",
                language,
                size(old) / 1e6,
                megabytes,
                packages(old),
                packages(small),
                old.objects("findings").size(),
                small.objects("findings").size());
    }

    @Test
    void whatNothingNeedsIsWhatAptWouldRemove() throws Exception {
        Path sources = Files.createDirectory(folder.resolve("unneeded"));
        Path file = sources.resolve("Dockerfile");
        Files.writeString(
                file,
                "FROM "
                        + BASE
                        + "\nRUN apt-get update && apt-get install -y git python3-minimal &&"
                        + " apt-get purge -y git\n");
        build(sources, "Dockerfile", "stages-unneeded:1");
        List<String> removed =
                docker(
                                "run",
                                "--rm",
                                "--network",
                                "host",
                                "stages-unneeded:1",
                                "apt-get",
                                "-s",
                                "autoremove")
                        .lines()
                        .filter(line -> line.startsWith("Remv "))
                        .map(line -> line.split(" ", -1)[1])
                        .sorted()
                        .toList();
        ImageFacts facts =
                Scans.facts(
                        "docker:stages-unneeded:1",
                        Engines.get().access(false),
                        new DockerfileOption(file, Map.of(), Optional.empty()),
                        Dockerfile.parse(Files.readAllBytes(file)));
        assertThat(removed).hasSizeGreaterThan(10);
        assertThat(facts.unneeded()).containsExactlyElementsOf(removed);
    }

    private static Path copied(String language) throws IOException, InterruptedException {
        Path to = folder.resolve(language);
        tools.lines("cp", "-r", SOURCES.resolve(language).toString(), to.toString());
        Path file = to.resolve("Dockerfile");
        Files.writeString(
                file, Files.readString(file).replaceFirst("(?m)^FROM .*$", "FROM " + BASE));
        return to;
    }

    private static Program.Outcome split(Path sources, String image) throws Exception {
        return plimsoll(
                        "lint",
                        "--image",
                        "docker:" + image,
                        "--split",
                        "--output",
                        sources.resolve("Dockerfile.split").toString(),
                        sources.resolve("Dockerfile").toString())
                .withCode(0);
    }

    private static String lint(Path file, String image) throws Exception {
        return plimsoll("lint", "--image", "docker:" + image, file.toString()).withCode(0).out();
    }

    private static JsonObject scan(String image) throws Exception {
        String out = plimsoll("scan", "--format", "json", "docker:" + image).withCode(0).out();
        return Json.parse(out.getBytes(StandardCharsets.UTF_8)).asObject();
    }

    private static Program.Outcome plimsoll(String... arguments) throws Exception {
        String[] command = new String[arguments.length + 1];
        command[0] = Repository.launcher().toString();
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return Engines.get().reached(CommandLineTest.launcher(folder)).run(command);
    }

    private static int packages(JsonObject report) {
        return Math.toIntExact(
                report.objects("packages").stream()
                        .filter(each -> each.text("type").equals("deb"))
                        .count());
    }

    private static long size(JsonObject report) {
        return report.object("target").objects("layers").stream()
                .mapToLong(each -> Long.parseLong(each.text("size")))
                .sum();
    }

    private static void build(Path sources, String file, String image) throws Exception {
        docker(
                "build",
                "--network",
                "host",
                "--tag",
                image,
                "--file",
                sources.resolve(file).toString(),
                sources.toString());
    }

    private static String run(String image) throws Exception {
        return docker("run", "--rm", "--network", "host", image);
    }

    private static String docker(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "/usr/bin/docker";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return tools.run(command).withCode(0).out();
    }
}
