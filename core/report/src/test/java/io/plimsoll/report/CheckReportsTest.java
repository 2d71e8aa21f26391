package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.Severity;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What checks say, in each format that says it; `golden/checks`, written anew by
/// `-Dgolden.update=true`.
final class CheckReportsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "checks");
    private static final View SHORT = new View(false, false, 0, Severity.UNKNOWN, false);

    @ParameterizedTest
    @CsvSource({"text", "json", "sarif", "markdown", "html", "junit"})
    void aFormatSaysWhatTheChecksFound(String format) throws IOException {
        String actual = Rendered.of(format, CheckReports.checked());
        check(format, actual);
        assertThat(actual).contains("PL-IMG-SECRET-FILE").doesNotContain("\u001b");
        // A string of JSON is shown by who reads it.
        assertThat(actual.indexOf(0x202e) >= 0).isEqualTo(format.equals("json"));
    }

    @Test
    void aFewPlacesEachAreEnoughForAScreen() throws IOException {
        check("text-short", Rendered.of("text", CheckReports.checked(), SHORT));
    }

    @Test
    void milderFindingsStayOutWhereOnlyWorseAreWanted() throws IOException {
        View critical = new View(false, true, 0, Severity.CRITICAL, false);
        for (String format : new String[] {"text", "json", "sarif", "markdown", "html", "junit"}) {
            assertThat(Rendered.of(format, CheckReports.checked(), critical))
                    .as(format)
                    .contains("GitHub", "PL-IMG-SECRET-FILE")
                    .doesNotContain("of package util-linux");
        }
    }

    @Test
    void theControlsOfABenchmarkAreText() throws IOException {
        check("docker-cis.txt", compliance("docker-cis", "text", View.EVERYTHING));
        check("docker-cis-short.txt", compliance("docker-cis-1.6.0", "text", SHORT));
    }

    @Test
    void theControlsOfABenchmarkAreJsonThatFollowsItsSchema() throws IOException {
        String actual = compliance("docker-cis", "json", View.EVERYTHING);
        check("docker-cis.json", actual);
        String schema = Files.readString(Path.of("../../docs/compliance-schema.json"));
        assertThat(
                        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                                .getSchema(schema, InputFormat.JSON)
                                .validate(actual, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void anUnknownBenchmarkIsNone() {
        assertThat(ReportFormats.compliance("docker-cis", "sarif")).isEmpty();
        assertThat(ReportFormats.compliance("k8s-cis", "json")).isEmpty();
    }

    private static String compliance(String name, String format, View view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.compliance(name, format)
                .orElseThrow()
                .write(CheckReports.checked(), view, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static void check(String file, String actual) throws IOException {
        Path golden = FOLDER.resolve(file);
        if (Boolean.getBoolean("golden.update")) {
            Files.createDirectories(FOLDER);
            Files.writeString(golden, actual);
        }
        assertThat(actual).isEqualTo(Files.readString(golden));
    }
}
