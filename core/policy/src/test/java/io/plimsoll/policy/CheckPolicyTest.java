package io.plimsoll.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Digest;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CheckPolicyTest {
    @TempDir Path folder;

    /// Each rule with the paths of what still counts.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "id: PL-IMG-SECRET-FILE | ''",
                "id: cis-di-0010 | ''",
                "id: github-token | /b/key.pem",
                "id: PL-IMG-ADD | /a/token /b/key.pem",
                "{id: PL-IMG-SECRET-FILE, path: '/a/**'} | /b/key.pem",
                "{id: PL-IMG-SECRET-FILE, severity: low} | /a/token",
                "{id: PL-IMG-SECRET-FILE, layer: ab12} | /b/key.pem",
                "{id: PL-IMG-SECRET-FILE, expires: 2020-01-01} | /a/token /b/key.pem",
                "path: '/a/**' | /a/token /b/key.pem",
                "severity: critical | /a/token /b/key.pem",
                "fix: unknown | /a/token /b/key.pem",
            })
    void aRuleThatNamesACheckLeavesOutWhatItCatches(String rule, String expected)
            throws IOException {
        CheckResult left = left("ignore:\n  - " + rule + "\n");
        assertThat(String.join(" ", left.findings().stream().map(CheckFinding::path).toList()))
                .isEqualTo(
                        left.state() == CheckResult.State.IGNORED
                                ? "/a/token /b/key.pem"
                                : expected);
        assertThat(left.state() == CheckResult.State.IGNORED).isEqualTo(expected.isEmpty());
    }

    @Test
    void whoLeavesOutAndWhyIsSaid() throws IOException {
        assertThat(left("ignore: [{id: PL-IMG-SECRET-FILE, reason: of a test}]\n").why())
                .endsWith("plimsoll.yaml:1: of a test");
        assertThat(left("ignore: [{id: github-token, reason: of a test}]\n").why())
                .startsWith("1 ignored by ")
                .endsWith("plimsoll.yaml:1: of a test");
    }

    private CheckResult left(String policy) throws IOException {
        Path file = java.nio.file.Files.writeString(folder.resolve("plimsoll.yaml"), policy);
        PolicyReader reader = new PolicyReader();
        reader.config(file);
        return reader.policy()
                .apply(report())
                .checks()
                .orElseThrow()
                .of("PL-IMG-SECRET-FILE")
                .orElseThrow();
    }

    private static ScanReport report() {
        CheckFinding token =
                CheckFinding.of(Severity.CRITICAL, "a token")
                        .at("/a/token", Optional.of(Digest.parse(Images.BASE_LAYER)))
                        .by("github-token", 1);
        CheckFinding key =
                CheckFinding.of(Severity.LOW, "a key")
                        .at("/b/key.pem", Optional.of(Digest.parse(Images.OWN_LAYER)))
                        .by("private-key", 1);
        CheckInfo info =
                new CheckInfo(
                        "PL-IMG-SECRET-FILE", Severity.CRITICAL, List.of("CIS-DI-0010"), "Do so.");
        CheckResult result =
                new CheckResult(info, CheckResult.State.FAILED, "", List.of(token, key));
        return Images.report()
                .with(
                        Optional.of(
                                new ImageChecks(
                                        List.of(result),
                                        new ImageChecks.Search(0, 0, 0, 0, 0, Map.of()),
                                        Optional.empty())));
    }
}
