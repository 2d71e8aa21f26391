package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.plimsoll.json.Json;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What every format owes: reviewed files, the same bytes twice, harmless output of hostile texts, a
/// test against its schema, and a row in the guide.
///
/// The files lie in `golden/formats/NAME`; `-Dgolden.update=true` writes them anew.
final class FormatsTest {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "formats");

    /// In these `<` is a letter like any other.
    private static final Set<String> PLAIN = Set.of("text", "csv", "spdx-tv");

    private static final Path GUIDE = Path.of("..", "..", "docs", "guide", "reports.md");

    static List<String> formats() {
        List<String> all = new ArrayList<>();
        for (String name : ReportFormats.names()) {
            all.add(name);
            List<String> versions = ReportFormats.versions(name);
            versions.stream().skip(1).forEach(version -> all.add(name + "@" + version));
        }
        return all;
    }

    static Map<String, ScanReport> samples() {
        Map<String, ScanReport> samples = new LinkedHashMap<>();
        samples.put("rich", SampleReports.rich());
        samples.put("empty", SampleReports.empty());
        samples.put("suppressed", OddReports.suppressed());
        samples.put("hostile", OddReports.hostile());
        return samples;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatWritesWhatWasReviewed(String format) throws IOException {
        for (Map.Entry<String, ScanReport> sample : samples().entrySet()) {
            String actual = Rendered.of(format, sample.getValue());
            Path golden = FOLDER.resolve(format).resolve(sample.getKey());
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(golden.getParent());
                Files.writeString(golden, actual);
            }
            assertThat(actual)
                    .as(golden.toString())
                    .isEqualTo(Files.readString(golden))
                    .isEqualTo(Rendered.of(format, sample.getValue()))
                    .endsWith("\n");
        }
    }

    /// "GHSA-35jh-r3h4-6jhm" is negligible, GitHub's snapshot has no findings.
    @ParameterizedTest
    @MethodSource("formats")
    void milderFindingsStayOutWhereOnlyWorseAreWanted(String format) throws IOException {
        View critical = new View(false, true, 0, Severity.CRITICAL, false);
        String all = Rendered.of(format, SampleReports.rich());
        String filtered = Rendered.of(format, SampleReports.rich(), critical);
        assertThat(filtered).doesNotContain("GHSA-35jh-r3h4-6jhm").contains("openssl");
        assertThat(all.contains("GHSA-35jh-r3h4-6jhm")).isNotEqualTo(format.equals("github"));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void hostileTextsDoNothing(String format) throws IOException {
        String hostile = Rendered.of(format, OddReports.hostile());
        assertThat(hostile.chars().filter(c -> c < ' ' && "\n\r\t".indexOf(c) < 0)).isEmpty();
        if (hostile.startsWith("{")) {
            assertThatCode(() -> Json.parse(hostile.getBytes(StandardCharsets.UTF_8)))
                    .doesNotThrowAnyException();
            return;
        }
        assertThat(hostile).doesNotContain("\u202e").doesNotContain("\u001b");
        if (!PLAIN.contains(format)) {
            // The page has one of its own, last of all.
            String others = format.equals("html") ? beforeScript(hostile) : hostile;
            assertThat(others).doesNotContain("<script>");
        }
        if (hostile.startsWith("<?xml")) {
            assertThatCode(() -> parseXml(hostile)).doesNotThrowAnyException();
        }
    }

    private static String beforeScript(String page) {
        int last = page.lastIndexOf("<script>");
        assertThat(page.substring(last)).startsWith("<script>'use strict';");
        return page.substring(0, last);
    }

    private static void parseXml(String text) throws Exception {
        DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatIsHeldAgainstItsSchema(String format) throws IOException {
        String test = SchemaTests.BY_FORMAT.get(format.replaceFirst("@.*", ""));
        assertThat(test).as("a row of SchemaTests").isNotNull();
        assertThat(Files.readString(Path.of("..", "..").resolve(test)))
                .containsAnyOf("\"" + format + "\"", "ofEveryVersion");
    }

    @ParameterizedTest
    @MethodSource("formats")
    void aFormatHasARowInTheGuide(String format) throws IOException {
        int at = format.indexOf('@');
        String name = at < 0 ? format : format.substring(0, at);
        String row =
                Files.readAllLines(GUIDE).stream()
                        .filter(line -> line.startsWith("| `" + name + "` "))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no row for " + name));
        assertThat(row.split("\\|", -1)).as(row).hasSize(6);
        for (String version : ReportFormats.versions(name)) {
            assertThat(row).contains(version);
        }
    }

    @Test
    void theGuideHasNoRowForAFormatThatIsNone() throws IOException {
        List<String> rows =
                Files.readAllLines(GUIDE).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.substring(3, line.indexOf('`', 3)))
                        .toList();
        List<String> expected = new ArrayList<>(ReportFormats.names());
        expected.add("template");
        assertThat(rows).isEqualTo(expected);
    }

    @Test
    void anUnknownNameOrVersionIsNoFormat() {
        assertThat(ReportFormats.of("sarif@2.1.0")).isPresent();
        for (String wanted : List.of("", "Text", "text@1", "sarif@", "sarif@3", "@1.6", "json@2")) {
            assertThat(ReportFormats.of(wanted)).as(wanted).isEmpty();
        }
    }

    @Test
    void theNameOfAFormatIsTheOneItIsAskedForBy() {
        for (String name : ReportFormats.names()) {
            assertThat(ReportFormats.of(name).orElseThrow().name()).isEqualTo(name);
        }
    }
}
