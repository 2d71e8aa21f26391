package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// CycloneDX documents against the official schemas.
final class CycloneDxTest {
    private static final String FOLDER = "http://cyclonedx.org/schema/";

    @Test
    void ofEveryVersionTheJsonFollowsTheSchema() throws IOException {
        for (String version : ReportFormats.versions("cyclonedx")) {
            JsonSchemas schema = schema(version);
            for (ScanReport report : Samples.all()) {
                assertThat(schema.errors(Rendered.of("cyclonedx@" + version, report)))
                        .as(version)
                        .isEmpty();
            }
        }
    }

    @Test
    void ofEveryVersionTheXmlFollowsTheSchema() throws Exception {
        for (String version : ReportFormats.versions("cyclonedx-xml")) {
            XmlSchemas schema = XmlSchemas.of("/bom-" + version + ".xsd", "/spdx.xsd");
            for (ScanReport report : Samples.all()) {
                assertThat(schema.errors(Rendered.of("cyclonedx-xml@" + version, report)))
                        .as(version)
                        .isEmpty();
            }
        }
    }

    @Test
    void theSchemasNoticeWhatIsNotInThem() throws Exception {
        String json = Rendered.of("cyclonedx@1.4", SampleReports.rich());
        assertThat(schema("1.4").errors(json.replace("\"other\"", "\"CVSSv4\""))).isNotEmpty();
        String xml = Rendered.of("cyclonedx-xml", SampleReports.rich());
        assertThat(
                        XmlSchemas.of("/bom-1.6.xsd", "/spdx.xsd")
                                .errors(xml.replace("<cwe>", "<cwe>CWE-")))
                .isNotEmpty();
    }

    @Test
    void bothWritingsHoldTheSame() throws Exception {
        String json = Rendered.of("cyclonedx", OddReports.suppressed());
        String xml = Rendered.of("cyclonedx-xml", OddReports.suppressed());
        for (String value : List.of("not_affected", "CVSS:4.0/AV:N", "plimsoll:requires", "502")) {
            assertThat(json.split(value, -1))
                    .as(value)
                    .hasSizeGreaterThan(1)
                    .hasSameSizeAs(xml.split(value, -1));
        }
    }

    @Test
    void aSuppressedFindingIsAnalysed() throws IOException {
        assertThat(Rendered.of("cyclonedx", OddReports.suppressed()))
                .contains("\"state\": \"not_affected\"", "\"will_not_fix\"", "until 2027-01-31");
    }

    private static JsonSchemas schema(String version) {
        return JsonSchemas.of(
                SpecificationVersion.DRAFT_7,
                "/bom-" + version + ".schema.json",
                Map.of(
                        FOLDER + "spdx.schema.json", "/spdx.schema.json",
                        FOLDER + "jsf-0.82.schema.json", "/jsf-0.82.schema.json"));
    }
}
