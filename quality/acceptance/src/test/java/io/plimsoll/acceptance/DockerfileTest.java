package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.engine.DockerfileOption;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One Dockerfile, carried out upon a real Debian by real builders: each finding knows whether the base
/// image brought it, or which instruction.
final class DockerfileTest {
    private static final String TEXT =
            """
            ARG BASE
            FROM ${BASE} AS build
            WORKDIR /srv
            RUN mkdir -p /opt/node_modules/minimist && \\
                # as npm would
                printf '{"name":"minimist","version":"1.2.0"}' \\
                    > /opt/node_modules/minimist/package.json
            FROM build
            ENV FOLDER=/srv/node_modules/lodash/
            COPY package.json $FOLDER
            CMD ["sh"]
            """;

    private static final String BASE = "localhost/debian:12";

    private static final String RUN =
            "RUN mkdir -p /opt/node_modules/minimist && printf"
                    + " '{\"name\":\"minimist\",\"version\":\"1.2.0\"}' >"
                    + " /opt/node_modules/minimist/package.json";
    private static final String COPY = "COPY package.json $FOLDER";

    @TempDir static Path folder;

    private static Engines engines;
    private static Program tools;
    private static Path dockerfile;

    @BeforeAll
    static void context() throws IOException, InterruptedException {
        engines = Engines.get();
        tools = engines.reached(new Program(folder)).with("BUILDAH_ISOLATION", "chroot");
        dockerfile = Files.writeString(folder.resolve("Dockerfile"), TEXT, StandardCharsets.UTF_8);
        Files.writeString(
                folder.resolve("package.json"), "{\"name\":\"lodash\",\"version\":\"4.17.15\"}");
        String archive = "docker-archive:" + folder.resolve("base.tar") + ":" + BASE;
        tools.lines("skopeo", "copy", "tarball:" + DebianImage.get().base(), archive);
        tools.lines("docker", "load", "--input", "base.tar");
        tools.lines(engines.buildah("pull", "docker-archive:" + folder.resolve("base.tar")));
        Files.delete(folder.resolve("base.tar"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker", "buildkit", "buildah", "buildah-layers"})
    void findingsKnowTheInstructionThatBroughtThem(String builder) throws Exception {
        ScanReport report = scan(build(builder));
        assertThat(report.inventory().problems())
                .noneMatch(each -> each.component().equals("dockerfile"));
        assertThat(report.target().base().orElseThrow().reference()).isEqualTo(BASE);
        assertThat(of(report, "lodash")).isNotEmpty().allMatch(each -> isFrom(each, COPY));
        assertThat(of(report, "minimist")).isNotEmpty().allMatch(each -> isFrom(each, RUN));
        assertThat(report.assessment().findings())
                .filteredOn(each -> each.packageId().startsWith("pkg:deb/"))
                .isNotEmpty()
                .allMatch(each -> each.origin() == Origin.BASE);
        assertThat(report.inventory().packages())
                .noneMatch(each -> each.origin() == Origin.UNKNOWN);
        assertThat(report.target().layers())
                .extracting(LayerSummary::source)
                .contains(source(4, RUN), source(10, COPY));
    }

    @Test
    void whatTheBaseImageBringsCanBeLeftOut() throws Exception {
        String image = build("docker");
        tools.lines("/usr/bin/docker", "save", "--output", "app.tar", image);
        JsonObject report = plimsoll("--exclude-base", "json");
        assertThat(report.objects("findings"))
                .isNotEmpty()
                .allMatch(each -> each.text("origin").equals("own"));
        assertThat(report.objects("suppressed"))
                .isNotEmpty()
                .allMatch(each -> each.object("finding").text("origin").equals("base"))
                .allMatch(each -> each.text("by").equals("--exclude-base"));
        JsonObject only = plimsoll("--only-base", "json");
        assertThat(only.objects("findings")).hasSameSizeAs(report.objects("suppressed"));
        assertThat(only.objects("suppressed")).hasSameSizeAs(report.objects("findings"));
    }

    @Test
    void theTextSaysWhoBroughtHowMany() throws Exception {
        tools.lines("/usr/bin/docker", "save", "--output", "app.tar", build("docker"));
        assertThat(run("--full", "text").withCode(0).out())
                .contains("base image " + BASE)
                .containsPattern("base image \\d+ · your layers \\d+ · ");
        assertThat(run("--exclude-base", "text").withCode(0).out())
                .containsPattern("base image \\d+ \\(left out\\) · your layers \\d+ · ");
    }

    private static JsonObject plimsoll(String option, String format) throws Exception {
        String out = run(option, format).withCode(0).out();
        return Json.parse(out.getBytes(StandardCharsets.UTF_8)).asObject();
    }

    private static Program.Outcome run(String option, String format) throws Exception {
        return CommandLineTest.launcher(folder)
                .run(
                        Repository.launcher().toString(),
                        "scan",
                        "--file",
                        "Dockerfile",
                        "--build-arg",
                        "BASE=" + BASE,
                        option,
                        "--format",
                        format,
                        "docker-archive:app.tar");
    }

    /// @return the image as a target
    private static String build(String builder) throws IOException, InterruptedException {
        String image = "localhost/made-by-" + builder + ":1";
        List<String> arguments = new ArrayList<>(List.of("build"));
        Stream.of("--build-arg", "BASE=" + BASE, "--tag", image, "--network", "host")
                .forEach(arguments::add);
        switch (builder) {
            case "docker", "buildkit" -> {
                arguments.addFirst("/usr/bin/docker");
                arguments.add(".");
                tools.with("DOCKER_BUILDKIT", builder.equals("buildkit") ? "1" : "0")
                        .lines(arguments.toArray(String[]::new));
            }
            default -> {
                arguments.addAll(List.of("--isolation", "chroot", "--force-rm"));
                arguments.add("--layers=" + builder.equals("buildah-layers"));
                arguments.add(folder.toString());
                tools.lines(engines.buildah(arguments.toArray(String[]::new)));
            }
        }
        return image;
    }

    private static ScanReport scan(String image) throws IOException, InterruptedException {
        boolean podman = image.contains("buildah");
        return Scans.of(
                (podman ? "podman:" : "docker:") + image,
                engines.access(false),
                new DockerfileOption(dockerfile, Map.of("BASE", BASE), Optional.empty()));
    }

    private static List<Finding> of(ScanReport report, String name) {
        return report.assessment().findings().stream()
                .filter(each -> each.packageId().startsWith("pkg:npm/" + name + "@"))
                .toList();
    }

    private static boolean isFrom(Finding finding, String instruction) {
        return finding.origin() == Origin.OWN && finding.instruction().equals(instruction);
    }

    private static Optional<SourceLine> source(int line, String text) {
        return Optional.of(new SourceLine(dockerfile.toString(), line, text));
    }
}
