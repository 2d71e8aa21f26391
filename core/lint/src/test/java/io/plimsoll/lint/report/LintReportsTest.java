package io.plimsoll.lint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.plimsoll.dockerfile.Dockerfile;
import io.plimsoll.lint.LintReport;
import io.plimsoll.lint.Linter;
import io.plimsoll.lint.rules.Rules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

final class LintReportsTest {
    private static final String FILE =
            """
            # hadolint ignore=DL4000
            FROM debian AS "<a>"
            ADD a.conf /etc/
            RUNN \u001b[31m
            #trivy:ignore:DS-0022
            MAINTAINER Ann
            CMD a "\ud83d\ude00" && b
            """;

    @Test
    void jsonFollowsItsSchema() throws IOException {
        assertThat(errors(written("json", report(FILE)))).isEmpty();
        assertThat(errors(written("json", report(FILE), report("")))).isEmpty();
        assertThat(errors("{\"schema\": \"plimsoll-lint/1\"}")).isNotEmpty();
    }

    @Test
    void jsonHoldsFindingsFixesAndWhatIsSuppressed() {
        assertThat(written("json", report(FILE)))
                .contains("\"rule\": \"PL-ADD-COPY\"", "\"DS-0005\"", "\"text\": \"COPY\"")
                .contains("\"by\": \"# trivy:ignore:DS-0022\"")
                .contains("line 4, column 1: 'RUNN' is no instruction");
    }

    @Test
    void everyFormatIsTheSameEachTime() {
        for (String format : LintReports.FORMATS) {
            assertThat(written(format, report(FILE)))
                    .as(format)
                    .isEqualTo(written(format, report(FILE)))
                    .isNotEmpty();
        }
    }

    @Test
    void xmlCanBeRead() throws Exception {
        Document checkstyle = xml(written("checkstyle", report(FILE), report("")));
        assertThat(checkstyle.getElementsByTagName("file").getLength()).isEqualTo(2);
        assertThat(checkstyle.getElementsByTagName("error").getLength()).isGreaterThan(3);
        Document junit = xml(written("junit", report(FILE), report("FROM scratch\n")));
        assertThat(junit.getElementsByTagName("failure").getLength()).isGreaterThan(1);
        assertThat(junit.getElementsByTagName("error").getLength())
                .isEqualTo(report(FILE).problems().size())
                .isPositive();
    }

    @Test
    void sarifHasRegionsFixesAndSuppressions() {
        assertThat(written("sarif", report(FILE)))
                .contains("\"ruleId\": \"PL-ADD-COPY\"", "\"deletedRegion\"", "\"inSource\"")
                .contains("\"uri\": \"a%20b/Dockerfile\"");
    }

    @Test
    void fingerprintsStayWhenLinesMove() {
        String before = written("codeclimate", report("FROM debian\nUSER a\n"));
        String after = written("codeclimate", report("# more\n\nFROM debian\nUSER a\n"));
        assertThat(fingerprints(after)).isEqualTo(fingerprints(before)).isNotEmpty();
    }

    @Test
    void textHidesWhatActsOnATerminal() {
        assertThat(written("text", report(FILE)))
                .doesNotContain("\u001b")
                .contains("RUNN \\u001b[31m");
    }

    @Test
    void anUnknownFormatIsRefused() {
        assertThatThrownBy(() -> written("odd", report(FILE)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'odd'");
    }

    @Test
    void diffsNameLinesAndMissingLineBreaks() {
        assertThat(UnifiedDiff.of("f", "a\nb\n", "a\nb\n")).isEmpty();
        assertThat(UnifiedDiff.of("f", "a\nb\nc", "a\nx\nc"))
                .isEqualTo(
                        "--- a/f\n+++ b/f\n@@ -1,3 +1,3 @@\n a\n-b\n+x\n c\n\\ No newline at end of"
                                + " file\n");
        String many = "1\n2\n3\n4\n5\n6\n7\n8\n9\n";
        assertThat(UnifiedDiff.of("f", "a\n" + many + "b\n", "c\n" + many + "d\n"))
                .contains("@@ -1,4 +1,4 @@", "@@ -8,4 +8,4 @@");
        assertThat(UnifiedDiff.of("f", "a\n", "")).contains("@@ -1,1 +0,0 @@");
    }

    private static List<String> fingerprints(String json) {
        return json.lines().filter(each -> each.contains("fingerprint")).toList();
    }

    private static List<com.networknt.schema.Error> errors(String json) throws IOException {
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(Path.of("../../docs/lint-schema.json")));
        return schema.validate(json, InputFormat.JSON);
    }

    private static Document xml(String text) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static LintReport report(String file) {
        return new Linter(Rules.all(), List.of(), LocalDate.EPOCH)
                .lint("a b/Dockerfile", Dockerfile.parse(file.getBytes(StandardCharsets.UTF_8)));
    }

    private static String written(String format, LintReport... reports) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LintReports.write(format, List.of(reports), "1.2.3", out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
