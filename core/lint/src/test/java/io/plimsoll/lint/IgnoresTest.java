package io.plimsoll.lint;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.rules.Rules;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class IgnoresTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 6, 1);

    @Test
    void hadolintIgnoresForTheNextInstruction() {
        assertThat(suppressed("# hadolint ignore=DL3006,SC1035\nFROM debian\n"))
                .containsExactly("2 PL-FROM-TAG # hadolint ignore=DL3006,SC1035");
        assertThat(suppressed("#hadolint ignore = PL-FROM-TAG\n\n# why\nFROM debian\n")).hasSize(1);
        assertThat(suppressed("# hadolint ignore=DL3006\nARG A=1\nFROM debian\n")).isEmpty();
        assertThat(suppressed("# hadolint ignored=DL3006\nFROM debian\n")).isEmpty();
    }

    @Test
    void hadolintIgnoresForTheWholeFile() {
        assertThat(suppressed("FROM debian AS a\nFROM debian\n# hadolint global ignore=DL3006\n"))
                .containsExactly(
                        "1 PL-FROM-TAG # hadolint global ignore=DL3006",
                        "2 PL-FROM-TAG # hadolint global ignore=DL3006");
    }

    @Test
    void buildKitSkipsForTheWholeFile() {
        assertThat(
                        suppressed(
                                "# check=skip=StageNameCasing,JSONArgsRecommended;error=true\nFROM debian AS A\n"))
                .containsExactly(
                        "2 PL-STAGE-CASING # check=skip=StageNameCasing,JSONArgsRecommended;error=true");
        assertThat(suppressed("# check=skip=all\nFROM debian AS A\n")).hasSizeGreaterThan(1);
        assertThat(suppressed("# check=error=true\nFROM debian AS A\n")).isEmpty();
    }

    @Test
    void trivyIgnoresUntilADay() {
        String rest = "FROM debian:12.5\nUSER a\n%s\nADD a.conf /\n";
        assertThat(suppressed(rest.formatted("#trivy:ignore:DS-0005"))).hasSize(1);
        assertThat(suppressed(rest.formatted("#trivy:ignore:AVD-DS-0005"))).hasSize(1);
        assertThat(suppressed(rest.formatted("# trivy:ignore:DS-0005:exp:2026-06-01"))).hasSize(1);
        assertThat(suppressed(rest.formatted("#trivy:ignore:DS-0005:exp:2026-05-31"))).isEmpty();
        assertThat(suppressed(rest.formatted("#trivy:ignore:DS-0005:exp:soon"))).isEmpty();
        assertThat(suppressed(rest.formatted("#trivy:ignore:DS-0001 trivy:ignore:DS-0005")))
                .hasSize(1);
    }

    @Test
    void aCommentInsideAnInstructionIsAboutIt() {
        assertThat(
                        suppressed(
                                "FROM debian:12.5\nRUN a && \\\n# hadolint ignore=DL3004\n  sudo b\n"))
                .containsExactly("4 PL-RUN-SUDO # hadolint ignore=DL3004");
    }

    private static List<String> suppressed(String file) {
        return new Linter(Rules.all(), List.of(), TODAY)
                        .lint("Dockerfile", Dockerfile.parse(file.getBytes(StandardCharsets.UTF_8)))
                        .suppressed()
                        .stream()
                        .map(each ->
                                each.finding().span().line()
                                        + " "
                                        + each.finding().rule().id()
                                        + " "
                                        + each.by())
                        .toList();
    }
}
