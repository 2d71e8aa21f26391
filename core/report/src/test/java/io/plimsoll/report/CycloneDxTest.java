package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
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

    private static JsonSchemas schema(String version) {
        return JsonSchemas.of(
                SpecificationVersion.DRAFT_7,
                "/bom-" + version + ".schema.json",
                Map.of(
                        FOLDER + "spdx.schema.json", "/spdx.schema.json",
                        FOLDER + "jsf-0.82.schema.json", "/jsf-0.82.schema.json"));
    }
}
