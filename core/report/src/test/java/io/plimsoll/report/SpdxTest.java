package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// SPDX documents against the official schemas.
final class SpdxTest {
    private static final JsonSchemas OLD =
            JsonSchemas.of(
                    SpecificationVersion.DRAFT_2019_09,
                    "/resources/spdx-schema-v2.3.json",
                    Map.of());
    private static final JsonSchemas NEW =
            JsonSchemas.of(
                    SpecificationVersion.DRAFT_2020_12, "/resources/schema-v3.0.1.json", Map.of());

    @Test
    void everyReportFollowsTheSchemas() throws IOException {
        for (ScanReport report : Samples.all()) {
            assertThat(OLD.errors(Rendered.of("spdx", report))).isEmpty();
        }
        for (ScanReport report : FormatsTest.samples().values()) {
            assertThat(NEW.errors(Rendered.of("spdx@3.0", report))).isEmpty();
        }
    }

    @Test
    void theSchemasNoticeWhatIsNotInThem() throws IOException {
        String old = Rendered.of("spdx", SampleReports.rich());
        assertThat(OLD.errors(old.replace("DEPENDS_ON", "NEEDS"))).isNotEmpty();
        String recent = Rendered.of("spdx@3.0", SampleReports.rich());
        assertThat(NEW.errors(recent.replace("\"hasAssessmentFor\"", "\"rates\""))).isNotEmpty();
        assertThat(NEW.errors(recent.replace("\"kev\"", "\"cisa\""))).isNotEmpty();
    }

    @Test
    void everyElementThatIsNamedIsThere() throws IOException {
        for (ScanReport report : Samples.all()) {
            String text = Rendered.of("spdx@3.0", report);
            TreeSet<String> there = new TreeSet<>();
            TreeSet<String> named = new TreeSet<>();
            text.lines()
                    .map(String::strip)
                    .filter(line -> line.contains("\"https://spdx.org/spdxdocs/"))
                    .forEach(line -> {
                        String id = line.replaceAll(".*\"(https:[^\"]*)\",?", "$1");
                        (line.startsWith("\"spdxId\"") ? there : named).add(id);
                        assertThat(line.startsWith("\"spdxId\"") || !id.isEmpty()).isTrue();
                    });
            assertThat(there).containsAll(named);
        }
    }

    @Test
    void idsAreUnique() throws IOException {
        for (ScanReport report : Samples.all()) {
            for (String format : List.of("spdx", "spdx@3.0")) {
                List<String> ids =
                        Rendered.of(format, report)
                                .lines()
                                .map(String::strip)
                                .filter(line ->
                                        line.startsWith("\"SPDXID\"")
                                                || line.startsWith("\"spdxId\""))
                                .toList();
                assertThat(ids).doesNotHaveDuplicates().isNotEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "MIT, MIT",
        "mit, MIT",
        "GPL-2.0-or-later WITH Classpath-exception-2.0,"
                + " GPL-2.0-or-later WITH Classpath-exception-2.0",
        "(MIT OR Apache-2.0) AND BSD-3-Clause, (MIT OR Apache-2.0) AND BSD-3-Clause",
        "EPL-1.0+, EPL-1.0+",
        "MIT/Apache-2.0, LicenseRef-70dcdee6a33f",
        "MIT OR, LicenseRef-42ef6fa7a4a6",
        "((MIT), LicenseRef-4ad3cd7a6d53",
    })
    void aDeclaredLicenseIsAnExpressionOrItsOwnText(String declared, String expression)
            throws IOException {
        ScanReport report = SampleReports.list("sbom", SamplePackages.licensed(declared));
        String text = Rendered.of("spdx", report);
        assertThat(OLD.errors(text)).isEmpty();
        if (expression.startsWith("LicenseRef")) {
            assertThat(text).contains("\"extractedText\": \"" + declared + "\"");
        } else {
            assertThat(text).contains("\"licenseDeclared\": \"" + expression + "\"");
        }
    }

    @Test
    void theListOfLicensesIsTheOfficialOne() throws Exception {
        String official = JsonSchemas.text("/spdx.schema.json");
        JsonObject schema = (JsonObject) Json.parse(official.getBytes(StandardCharsets.UTF_8));
        assertThat(JsonSchemas.text("/io/plimsoll/report/spdx/licenses.txt").lines().toList())
                .isEqualTo(schema.texts("enum"));
    }
}
