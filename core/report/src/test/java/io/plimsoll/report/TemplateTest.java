package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.ScanReport;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports by templates of the user's own.
final class TemplateTest {
    private static String filled(String template, ScanReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.template("my.mustache", template).write(report, View.EVERYTHING, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aTemplateSeesTheJsonReportAndThePackageOfEachFinding() throws IOException {
        assertThat(
                        filled(
                                "{{target.reference}}:{{#findings}} {{id}} {{installed.name}}"
                                        + " {{fix.versions.0}}{{^-last}},{{/-last}}{{/findings}}",
                                SampleReports.rich()))
                .isEqualTo(
                        "app.tar: CVE-2024-5535 openssl 3.0.17-1~deb12u3,"
                                + " CVE-2024-5535 libssl3 3.0.17-1~deb12u3,"
                                + " CVE-2021-44228 log4j-core 2.3.1,"
                                + " GHSA-35jh-r3h4-6jhm lodash \n");
        assertThat(
                        filled(
                                "{{#suppressed}}{{finding.installed.name}} {{by}};{{/suppressed}}",
                                OddReports.suppressed()))
                .isEqualTo("openssl plimsoll.yaml:12;log4j-core vex.json (OpenVEX);\n");
    }

    @Test
    void anEmptyReportIsNotAnError() throws IOException {
        assertThat(filled("{{^findings}}none{{/findings}}", SampleReports.empty()))
                .isEqualTo("none\n");
        assertThat(filled("", SampleReports.empty())).isEqualTo("\n");
    }

    @Test
    void textsAreEscapedForHtml() throws IOException {
        assertThat(filled("{{#findings}}<b>{{id}}</b>{{/findings}}", OddReports.hostile()))
                .doesNotContain("<script>")
                .contains("<b>&lt;script&gt;");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{target.reference.class}}",
                "{{target.reference.getBytes}}{{target.reference.length}}{{target.tags.size}}",
                "{{findings.getFirst}}{{class.classLoader}}{{getClass}}{{toolVersion}}",
                "{{#target.reference}}{{hashCode}}{{getClass.name}}{{/target.reference}}"
            })
    void aTemplateCallsNothing(String template) throws IOException {
        assertThat(filled(template, SampleReports.rich())).isEqualTo("\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{{>/etc/passwd}}", "{{#findings}}{{>part}}{{/findings}}", "{{<up}}{{/up}}"})
    void aTemplateReadsNoOtherFile(String template) {
        assertThatThrownBy(() -> filled(template, SampleReports.rich()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("my.mustache")
                .hasMessageContaining("another file");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\n{{#findings}}", "{{/findings}}", "{{#a}}{{/b}}"})
    void aBrokenTemplateIsSaidBeforeTheScan(String template) {
        assertThatThrownBy(() -> ReportFormats.template("my.mustache", template))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("template my.mustache: ");
    }
}
