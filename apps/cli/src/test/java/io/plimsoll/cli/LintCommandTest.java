package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LintCommandTest {
    private static final String FILE =
            """
            # hadolint global ignore=DL3057
            FROM debian:12.5
            MAINTAINER Ann
            RUN apt update && \\
                apt install curl
            ADD app.conf /etc/
            USER app
            CMD nginx -g off
            """;
    private static final String FIXED =
            """
            # hadolint global ignore=DL3057
            FROM debian:12.5
            LABEL org.opencontainers.image.authors="Ann"
            RUN apt-get update && \\
                apt-get install -y --no-install-recommends curl
            COPY app.conf /etc/
            USER app
            CMD ["nginx", "-g", "off"]
            """;

    @TempDir Path folder;
    private Path file = Path.of("");

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("Dockerfile");
        Files.writeString(file, FILE);
    }

    @Test
    void findingsShowTheirLine() {
        Call call = lint();
        assertThat(call.code()).isZero();
        assertThat(call.err()).isEmpty();
        assertThat(call.out())
                .contains(":3:1 style PL-MAINTAINER: ")
                .contains("    3 >  MAINTAINER Ann\n    4 |  RUN apt update && \\\n")
                .contains("1 suppressed\n");
    }

    @Test
    void aBaseThatNobodySupportsIsNamedAndWithoutDataThatIsNotChecked() throws IOException {
        Files.writeString(file, "FROM python:3.6-slim\nUSER app\nCMD [\"a\"]\n");
        assertThat(lint().out())
                .contains("PL-FROM-EOL: python 3.6 is no longer supported since 2021-12-23\n");
        Call without = Call.of(folder, "lint", "--db", folder.toString(), file.toString());
        assertThat(without.code()).isZero();
        assertThat(without.out()).doesNotContain("PL-FROM-EOL");
        assertThat(without.err())
                .startsWith("whether base images are still supported is not checked: ");
    }

    @Test
    void theGateHasCodeOne() {
        assertThat(lint("--fail-on", "warning").code()).isEqualTo(1);
        assertThat(lint("--fail-on", "error").code()).isZero();
        assertThat(lint("--fail-on", "error").err()).isEmpty();
        assertThat(lint("--fail-on", "loud").code()).isEqualTo(2);
        assertThat(Call.of(folder, "lint", "no-such-file").code()).isEqualTo(3);
        assertThat(Call.of(folder, "lint", folder.toString()).code()).isEqualTo(3);
        assertThat(Call.of(folder, "lint").code()).isEqualTo(2);
    }

    @Test
    void whatABuilderRefusesFailsEveryGate() throws IOException {
        Files.writeString(file, "FROM debian:12.5\nRUNN a\n");
        Call call = lint("--fail-on", "error");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).contains(":2:1 syntax: 'RUNN' is no instruction");
    }

    @Test
    void fixWritesAllThatIsSafeAndNothingElse() throws IOException {
        Call call = lint("--fix", "--format", "json");
        assertThat(call.code()).isZero();
        assertThat(Files.readString(file)).isEqualTo(FIXED);
        assertThat(call.err()).endsWith("Dockerfile: 7 fixed\n");
        assertThat(call.out()).doesNotContain("\"PL-MAINTAINER\"").contains("\"PL-APT-PIN\"");
        Call again = lint("--fix");
        assertThat(again.err()).isEmpty();
        assertThat(Files.readString(file)).isEqualTo(FIXED);
    }

    @Test
    void diffIsWhatPatchApplies() throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/patch")), "patch is not installed");
        Call call = lint("--diff");
        assertThat(Files.readString(file)).isEqualTo(FILE);
        Path diff = folder.resolve("diff");
        Files.writeString(diff, call.out());
        Process patch =
                new ProcessBuilder("patch", "-s", file.toString(), diff.toString())
                        .redirectErrorStream(true)
                        .start();
        assertThat(new String(patch.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEmpty();
        assertThat(patch.waitFor()).isZero();
        assertThat(Files.readString(file)).isEqualTo(FIXED);
    }

    @Test
    void ignoredRulesAreSuppressedByAnyName() {
        assertThat(lint("--ignore", "DL4000,PL-APT-PIN", "--format", "json").out())
                .contains("\"by\": \"--ignore DL4000\"", "\"by\": \"--ignore PL-APT-PIN\"");
        Call wrong = lint("--ignore", "DL9999");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("'DL9999'");
    }

    @Test
    void fixAndDiffExcludeOneAnother() {
        assertThat(lint("--fix", "--diff").code()).isEqualTo(2);
        assertThat(Call.of(folder, "lint", "--fix", "-").code()).isEqualTo(2);
    }

    @Test
    void severalFilesAreOneDocument() {
        Call call = Call.of(folder, "lint", "--format", "json", "" + file, "" + file);
        assertThat(call.out()).startsWith("{\n  \"schema\": \"plimsoll-lints/1\"");
    }

    @Test
    void whatAHouseWantsIsAnOption() {
        assertThat(lint("--trusted-registry", "registry.example,*.example.org").out())
                .contains("PL-FROM-REGISTRY: 'docker.io' is no trusted registry");
        assertThat(lint("--label", "org.example.team=email").out())
                .contains("PL-LABEL-MISSING: the image has no label 'org.example.team'");
        assertThat(lint("--label", "a=b").err()).contains("'b' is no kind of label");
    }

    @Test
    void theIgnoreFileBesideTheDockerfileIsRead() throws IOException {
        Files.writeString(folder.resolve(".dockerignore"), "*.conf\n");
        assertThat(lint().out()).contains("PL-COPY-IGNORED: .dockerignore keeps 'app.conf'");
        Files.writeString(folder.resolve("Dockerfile.dockerignore"), "*.txt\n");
        assertThat(lint().out()).doesNotContain("PL-COPY-IGNORED");
    }

    @Test
    void anImageGoesWithOneFile() {
        assertThat(lint("--split").err()).contains("--split needs --image TARGET");
        assertThat(lint("--split", "--fix", "--image", "a").code()).isEqualTo(2);
        Call two = Call.of(folder, "lint", "--image", "a.tar", "" + file, "" + file);
        assertThat(two.code()).isEqualTo(2);
        assertThat(two.err()).contains("--image goes with one Dockerfile");
        assertThat(lint("--image", "docker-archive:no-such-file").code()).isEqualTo(3);
    }

    private Call lint(String... options) {
        List<String> all = new ArrayList<>(List.of("lint", "--db", "../../data/advisories"));
        all.addAll(List.of(options));
        all.add(file.toString());
        return Call.of(folder, all.toArray(String[]::new));
    }
}
