package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Holds reports against `docs/report-schema.json`.
final class ReportSchemaTest {
    private final Schema schema = schema();

    @Test
    void everyReportFollowsTheSchema() throws IOException {
        for (ScanReport report :
                List.of(
                        SampleReports.rich(),
                        SampleReports.empty(),
                        SampleReports.nothingFound(),
                        SampleReports.nothingJudged(),
                        SampleReports.incomplete(),
                        SampleReports.endOfLife(),
                        SampleReports.undeterminedOnly(1),
                        SampleReports.list("sbom", SamplePackages.LODASH),
                        BaseReports.known(),
                        BaseReports.leftOut(),
                        SampleReports.many(30))) {
            assertThat(errors(Rendered.of("json", report))).isEmpty();
        }
    }

    @Test
    void theSchemaNoticesWhatIsNotInIt() throws IOException {
        String report = Rendered.of("json", SampleReports.rich());
        assertThat(errors(report.replace("\"kev\":", "\"kef\":"))).isNotEmpty();
        assertThat(errors(report.replace("\"assessed\": true", "\"assessed\": 1"))).isNotEmpty();
        assertThat(errors(report.replace("\"critical\"", "\"dire\""))).isNotEmpty();
        assertThat(errors(report.replace("sha256:aa", "sha256:"))).isNotEmpty();
        assertThat(errors(report.replace("\"suppressed\": []", "\"suppressed\": [\"x\"]")))
                .isNotEmpty();
        assertThat(errors(report.replace("2021-12-10", "10 December"))).isNotEmpty();
    }

    @Test
    void membersStandInTheOrderOfTheSchema() throws IOException {
        String report = Rendered.of("json", SampleReports.rich());
        int last = -1;
        for (String name :
                List.of(
                        "schema",
                        "tool",
                        "target",
                        "data",
                        "packages",
                        "findings",
                        "undetermined",
                        "suppressed",
                        "coverage",
                        "problems")) {
            int at = report.indexOf("\n  \"" + name + "\":");
            assertThat(at).as(name).isGreaterThan(last);
            last = at;
        }
    }

    private List<Error> errors(String report) {
        return schema.validate(report, InputFormat.JSON);
    }

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(
                            Files.readString(Path.of("../../docs/report-schema.json")),
                            InputFormat.JSON);
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
