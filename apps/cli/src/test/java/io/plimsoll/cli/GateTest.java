package io.plimsoll.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Assessment;
import io.plimsoll.model.CheckFinding;
import io.plimsoll.model.CheckInfo;
import io.plimsoll.model.CheckResult;
import io.plimsoll.model.Distribution;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Fix;
import io.plimsoll.model.How;
import io.plimsoll.model.ImageChecks;
import io.plimsoll.model.Inventory;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.model.TargetDescription;
import io.plimsoll.model.UndeterminedFinding;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class GateTest {
    private static final Fix FIXED = new Fix(Fix.State.FIXED, List.of("2"));
    private static final Fix NONE = new Fix(Fix.State.NOT_FIXED, List.of());

    @Test
    void withoutConditionsEveryReportPasses() {
        assertThat(Gate.of(List.of()).broken(report(2, true, finding(Severity.CRITICAL, FIXED))))
                .isEmpty();
    }

    @Test
    void aSeverityStandsForItselfAndAllWorse() {
        ScanReport high = report(0, false, finding(Severity.HIGH, NONE));
        assertThat(broken("high", high)).contains("1 finding of severity high or worse");
        assertThat(broken("medium", high)).isPresent();
        assertThat(broken("critical", high)).isEmpty();
        assertThat(broken("HIGH", high)).isPresent();
    }

    @Test
    void unknownSeveritiesAreMilderThanAllOthers() {
        ScanReport unknown = report(0, false, finding(Severity.UNKNOWN, NONE));
        assertThat(broken("unknown", unknown)).isPresent();
        assertThat(broken("negligible", unknown)).isEmpty();
    }

    @Test
    void fixableCountsWhatHasAFix() {
        assertThat(broken("fixable", report(0, false, finding(Severity.LOW, FIXED)))).isPresent();
        assertThat(broken("fixable", report(0, false, finding(Severity.LOW, NONE)))).isEmpty();
    }

    @Test
    void undeterminedIsCountedInGrammaticalWords() {
        assertThat(broken("undetermined", report(0, false))).isEmpty();
        assertThat(broken("undetermined", report(1, false)))
                .contains("1 vulnerability undetermined");
        assertThat(broken("undetermined", report(2, false)))
                .contains("2 vulnerabilities undetermined");
    }

    @Test
    void endOfLifeNamesTheDistribution() {
        assertThat(broken("eol", report(0, true))).contains("Debian 8 is out of support");
        assertThat(broken("eol", report(0, false))).isEmpty();
    }

    @Test
    void severalConditionsAreJoinedByCommasOrRepeated() {
        ScanReport eol = report(0, true);
        assertThat(broken("critical, eol", eol)).isPresent();
        assertThat(Gate.of(List.of("critical", "eol")).broken(eol)).isPresent();
    }

    @Test
    void unknownConditionsAreRefusedWithTheKnownOnes() {
        assertThatThrownBy(() -> Gate.of(List.of("high,loud")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'loud'")
                .hasMessageContaining("critical, high");
        assertThatThrownBy(() -> Gate.of(List.of(""))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void severitiesAreReadInAnyCase() {
        for (Severity severity : Severity.values()) {
            assertThat(Severities.parse(severity.word())).isEqualTo(severity);
            assertThat(Severities.parse(severity.name())).isEqualTo(severity);
        }
        assertThatThrownBy(() -> Severities.parse("important"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findingsOfChecksHaveAConditionOfTheirOwn() {
        ScanReport report =
                report(0, false)
                        .with(
                                Optional.of(
                                        new ImageChecks(
                                                List.of(
                                                        checked(CheckResult.State.FAILED),
                                                        checked(CheckResult.State.IGNORED)),
                                                new ImageChecks.Search(0, 0, 0, 0, 0, Map.of()),
                                                Optional.empty())));
        assertThat(broken("check:medium", report))
                .contains("1 finding of checks of severity medium or worse");
        assertThat(broken("check:high", report)).isEmpty();
        assertThat(broken("medium", report)).isEmpty();
        assertThat(broken("check:low", report(0, false))).isEmpty();
        assertThat(Gate.of(List.of("low,check:low")).needsChecks()).isTrue();
        assertThatThrownBy(() -> Gate.of(List.of("check:loud")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static CheckResult checked(CheckResult.State state) {
        return new CheckResult(
                new CheckInfo("PL-IMG-USER-ROOT", Severity.MEDIUM, List.of(), "Do so."),
                state,
                "",
                List.of(CheckFinding.of(Severity.MEDIUM, "root")));
    }

    private static Optional<String> broken(String word, ScanReport report) {
        return Gate.of(List.of(word)).broken(report);
    }

    private static ScanReport report(int undetermined, boolean ended, Finding... findings) {
        Distribution debian = new Distribution("debian", "8", "Debian 8", "", List.of(), "");
        return new ScanReport(
                "test",
                LocalDate.of(2026, 11, 24),
                true,
                TargetDescription.of("dir", "x"),
                new Inventory(debian, Map.of(), List.of(), List.of(), List.of()),
                new Assessment(
                        List.of(findings),
                        List.of(),
                        java.util.Collections.nCopies(
                                undetermined, new UndeterminedFinding("CVE-1", "pkg:x", "why")),
                        Map.of(),
                        List.of(),
                        new Assessment.Support(true, Optional.empty(), ended)));
    }

    private static Finding finding(Severity severity, Fix fix) {
        return new Finding(
                "CVE-1",
                List.of(),
                "pkg:x",
                severity,
                "",
                new Finding.Facts(
                        "",
                        List.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        Optional.empty()),
                fix,
                new How(How.Kind.PACKAGE, "CVE-1", "npm", "", ""),
                Origin.UNKNOWN,
                Optional.empty(),
                "",
                List.of());
    }
}
