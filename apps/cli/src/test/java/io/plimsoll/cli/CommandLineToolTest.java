package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandLineToolTest {
    private static final String LODASH = "pkg:npm/lodash@4.17.15";

    @TempDir Path folder;

    @ParameterizedTest
    @CsvSource({
        "scan, TARGET",
        "scan --no-such-option x, --no-such-option",
        "unheard x, unheard",
        "scan --format loud pkg:npm/a@1, 'loud'",
        "scan --severity loud pkg:npm/a@1, 'loud'",
        "scan --fail-on loud pkg:npm/a@1, 'loud'",
        "scan --max-layers 0 pkg:npm/a@1, --max-layers",
        "scan --max-layers many pkg:npm/a@1, --max-layers",
        "sbom --format loud pkg:npm/a@1, 'loud'",
        "sbom pkg:npm, pkg:npm",
        "sbom a b, b"
    })
    void wrongUsageEndsWithTwoAndNamesWhatIsWrong(String arguments, String named) {
        Call call = Call.of(folder, arguments.split(" ", -1));
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains(named);
        assertThat(call.out()).isEmpty();
    }

    @Test
    void noCommandAtAllShowsTheUsageOnStandardError() {
        Call call = Call.of(folder);
        assertThat(call.code()).isEqualTo(2);
        assertThat(call.err()).contains("Usage: plimsoll");
        assertThat(call.out()).isEmpty();
    }

    @Test
    void helpGoesToStandardOutput() {
        Call call = Call.of(folder, "scan", "--help");
        assertThat(call.code()).isZero();
        assertThat(call.out()).contains("--fail-on", "--max-layers");
    }

    @Test
    void aTargetThatIsNotThereEndsWithThree() {
        for (String target : new String[] {"docker-archive:no.tar", "sbom:no.json", "no-such"}) {
            Call call = Call.of(folder, "sbom", target);
            assertThat(call.code()).as(target).isEqualTo(3);
            assertThat(call.err()).contains("no");
            assertThat(call.out()).isEmpty();
        }
    }

    @Test
    void withoutAdvisoriesTheScanEndsWithFour() {
        Call call = Call.of(folder, "scan", "--db", folder.resolve("none").toString(), LODASH);
        assertThat(call.code()).isEqualTo(4);
        assertThat(call.out()).isEmpty();
    }

    @Test
    void sbomIsCycloneDxUnlessToldOtherwise() {
        assertThat(Call.of(folder, "sbom", LODASH).out()).contains("\"bomFormat\": \"CycloneDX\"");
        assertThat(Call.of(folder, "sbom", "--format", "json", LODASH).out())
                .contains("\"schema\": \"plimsoll-report/1\"");
    }

    @Test
    void outputsGoToTheirFilesEachInItsFormat() throws Exception {
        Path json = folder.resolve("a.json");
        Path text = folder.resolve("b.txt");
        Path usual = folder.resolve("c");
        Call call =
                Call.of(
                        folder,
                        "sbom",
                        LODASH,
                        "-o",
                        "json=" + json,
                        "-o",
                        "text=" + text,
                        "--output",
                        usual.toString());
        assertThat(call.code()).isZero();
        assertThat(call.out()).isEmpty();
        assertThat(Files.readString(json)).contains("plimsoll-report/1");
        assertThat(Files.readString(text)).contains("1 package: 1 npm");
        assertThat(Files.readString(usual)).contains("CycloneDX");
    }

    @Test
    void aNameThatIsNoFormatIsAPartOfTheFileName() {
        Path file = folder.resolve("a=b");
        assertThat(Call.of(folder, "sbom", LODASH, "-o", file.toString()).code()).isZero();
        assertThat(file).exists();
    }

    @Test
    void anOutputThatCannotBeWrittenIsAFailure() {
        Call call = Call.of(folder, "sbom", LODASH, "-o", folder.resolve("no/a").toString());
        assertThat(call.code()).isNotZero();
        assertThat(call.err()).contains("no/a");
    }
}
