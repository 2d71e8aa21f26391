package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The words of `docker scan`, which scripts know.
final class DockerScanCommandTest {
    private static final String LODASH = "pkg:npm/lodash@4.17.15";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--exclude-base alpine | --file flag is mandatory to use --exclude-base flag",
                "--group-issues alpine | --json flag is mandatory to use --group-issues flag",
                "--severity=huge alpine | --severity takes only 'low', 'medium' or 'high' values",
                "--accept-license --reject-license | enable and disable flags are mutualy exlusive",
                "--login alpine | --login flag expects no argument",
                "--login --token x | invalid authentication token \"x\"",
                "alpine debian | \"docker scan\" requires exactly 1 argument",
                "--nonsense alpine | unknown flag: --nonsense",
                "-x alpine | unknown shorthand flag: 'x' in -x",
                "alpine --file | flag needs an argument: --file",
                "alpine -f | flag needs an argument: 'f' in -f",
            })
    void whatIsWrongIsSaidInTheOriginalsWordsAndIsOne(String arguments, String message) {
        Call call = dockerScan(arguments.split(" ", -1));
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.err().lines().findFirst()).contains(message);
    }

    @Test
    void noImageShowsTheUsageAndIsOne() throws IOException {
        Call call = dockerScan();
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).isEqualTo(usage());
        assertThat(call.err()).isEqualTo("\"docker scan\" requires exactly 1 argument\n");
    }

    @Test
    void helpIsTheUsageAndIsNoFailure() throws IOException {
        for (String option : new String[] {"--help", "-h"}) {
            Call call = dockerScan(option);
            assertThat(call.code()).isZero();
            assertThat(call.out()).isEqualTo(usage());
        }
    }

    @Test
    void whatAskedForAnAccountSaysThatNoneIsNeeded() {
        String token = "12345678-1234-1234-1234-123456789012";
        assertThat(dockerScan("--login", "--token", token).out()).contains("needs no account");
        assertThat(dockerScan("--reject-license").out()).contains("nothing to reject");
        Call accepted = dockerScan("--accept-license");
        assertThat(accepted.code()).isZero();
        assertThat(accepted.out() + accepted.err()).isEmpty();
    }

    @Test
    void versionNamesTheProvider() {
        Call call = dockerScan("--version");
        assertThat(call.code()).isZero();
        assertThat(call.out()).matches("Version: {4}v\\S+\nProvider: {3}Plimsoll \\(\\S+\\)\n");
    }

    @Test
    void aFailureIsADocumentTooWhereJsonWasAskedFor() {
        Call call = dockerScan("--json", "docker-archive:no.tar");
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out())
                .contains("\"ok\": false", "\"error\":", "\"path\": \"docker-archive:no.tar\"");
        assertThat(call.err()).contains("no.tar");
    }

    @Test
    void withoutAdvisoriesItIsOne() {
        Call call = dockerScan(LODASH);
        assertThat(call.code()).isEqualTo(1);
        assertThat(call.out()).isEmpty();
        assertThat(call.err()).contains("no advisory data");
    }

    @Test
    void optionsMayStandBehindTheImageAndHoldTheirValueInOneWord() {
        Call call = dockerScan(LODASH, "--severity=huge");
        assertThat(call.err()).contains("--severity takes only");
        assertThat(dockerScan("-fDockerfile", "--json=maybe", LODASH).err())
                .contains("invalid argument \"maybe\" for \"--json\" flag");
    }

    private Call dockerScan(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "docker-scan";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Call.of(folder, all);
    }

    /// The usage with the lines and columns of the original.
    private static String usage() throws IOException {
        return Files.readString(
                Path.of("src/main/resources/io/plimsoll/cli/docker-scan-usage.txt"),
                StandardCharsets.UTF_8);
    }
}
