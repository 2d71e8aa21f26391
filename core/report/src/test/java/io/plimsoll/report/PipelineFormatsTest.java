package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.SpecificationVersion;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.common.Markdown;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.text.TextContentRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// What pipelines and people read, by readers that are not ours. `quality/truth` has the rest.
final class PipelineFormatsTest {
    private static final List<Extension> GITHUB =
            List.of(TablesExtension.create(), AutolinkExtension.create());

    /// Rows of "csv" by commons-csv.
    private static List<CSVRecord> rows(ScanReport report) throws IOException {
        CSVFormat format =
                CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
        try (CSVParser parser = CSVParser.parse(Rendered.of("csv", report), format)) {
            return parser.getRecords();
        }
    }

    @Test
    void aTableHasARowForEachFindingAndUndetermined() throws IOException {
        for (ScanReport report : Samples.all()) {
            List<CSVRecord> rows = rows(report);
            assertThat(rows)
                    .hasSize(
                            report.assessment().findings().size()
                                    + report.assessment().suppressed().size()
                                    + report.assessment().undetermined().size())
                    .allMatch(CSVRecord::isConsistent);
        }
        assertThat(rows(OddReports.suppressed()).get(0).get("fixed_versions"))
                .isEqualTo("3.0.17-1~deb12u3");
        assertThat(rows(OddReports.suppressed()).get(2).get("why"))
                .isEqualTo("plimsoll.yaml:12: not reachable");
    }

    @Test
    void noCellOfATableIsAFormula() throws IOException {
        for (CSVRecord row : rows(OddReports.hostile())) {
            assertThat(row.toList())
                    .noneMatch(cell -> cell.strip().matches("(?s)[=+\\-@|%\t\r].*"));
        }
    }

    @Test
    void everyGitLabReportKeepsTheRules() throws IOException {
        JsonSchemas rules =
                JsonSchemas.of(SpecificationVersion.DRAFT_7, "/gitlab-15.0.7-rules.json", Map.of());
        for (ScanReport report : Samples.all()) {
            assertThat(rules.errors(Rendered.of("gitlab", report))).isEmpty();
        }
        String report = Rendered.of("gitlab", SampleReports.rich());
        assertThat(rules.errors(report.replace("\"Critical\"", "\"Dire\""))).isNotEmpty();
        assertThat(rules.errors(report.replace("T00:00:00", ""))).isNotEmpty();
    }

    @Test
    void aSnapshotNamesTheCommitOfTheWorkflow() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Map<String, String> actions =
                Map.of(
                        "GITHUB_SHA", "a".repeat(40),
                        "GITHUB_REF", "refs/heads/next",
                        "GITHUB_RUN_ID", "17",
                        "GITHUB_JOB", "build");
        ReportFormats.of("github", actions)
                .orElseThrow()
                .write(SampleReports.rich(), View.EVERYTHING, out);
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains(
                        "\"" + "a".repeat(40),
                        "refs/heads/next",
                        "\"17\"",
                        "plimsoll_build_app.tar");
    }

    /// "markdown" by commonmark-java, which would show what acts.
    @Test
    void aCommentIsTablesAndFoldedParts() throws IOException {
        String html = html(Rendered.of("markdown", OddReports.suppressed()));
        assertThat(html.split("<table>", -1)).hasSizeGreaterThan(5);
        assertThat(html.split("<details>", -1)).hasSameSizeAs(html.split("</details>", -1));
        assertThat(html).contains("<strong>2 findings.</strong>", "<h3>What to do first</h3>");
    }

    @Test
    void aCommentIsNeverTooLong() throws IOException {
        String page = Rendered.of("markdown", SampleReports.many(2000));
        assertThat(page.length()).isLessThan(65_536);
        assertThat(page).contains("<summary>Vulnerabilities (2000)</summary>", "and 1900 more.");
    }

    @Test
    void noTrapActsInAComment() throws IOException {
        String html = html(Rendered.of("markdown", OddReports.hostile()));
        assertThat(html)
                .doesNotContain("<script", "href=\"javascript", "<em>", "<code>", "alert(1)\">z");
        assertThat(html.split("<td>", -1).length - 1)
                .isEqualTo(1 + 5 * 8 + 4 * 8 + 3 * 8 + 2 + 2 * 8);
    }

    @ParameterizedTest
    @FieldSource("io.plimsoll.report.OddReports#TRAPS")
    void aTextInMarkdownReadsAsItself(String trap) {
        String shown = io.plimsoll.model.Printable.of(trap);
        String read =
                TextContentRenderer.builder()
                        .build()
                        .render(
                                Parser.builder()
                                        .extensions(GITHUB)
                                        .build()
                                        .parse(Markdown.text(trap)));
        assertThat(read.replace("\u200b", "")).isEqualTo(shown.strip());
    }

    @Test
    void addressesMentionsAndIssuesAreOnlyWords() {
        String html = html(Markdown.text("www.evil.example https://evil.example @all #1 a@b"));
        assertThat(html).doesNotContain("<a ").doesNotContain("@all").doesNotContain("#1");
    }

    private static String html(String markdown) {
        return HtmlRenderer.builder()
                .extensions(GITHUB)
                .build()
                .render(Parser.builder().extensions(GITHUB).build().parse(markdown));
    }
}
