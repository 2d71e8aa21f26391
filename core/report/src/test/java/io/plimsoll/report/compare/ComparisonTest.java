package io.plimsoll.report.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComparisonTest {
    private static final String CVE = finding("CVE-1", "", "high", "");

    @Test
    void theSameReportTwiceHasNothingNew() throws IOException, JsonFormatException {
        Side side = side("1", CVE, "", "2026-01-01");
        Comparison comparison = Comparison.of(side, side);
        assertThat(comparison.appeared()).isEmpty();
        assertThat(comparison.gone()).isEmpty();
        assertThat(comparison.changed()).isEmpty();
        assertThat(comparison.unchanged()).isEqualTo(1);
        assertThat(comparison.packages()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 2 | 2026-01-01 | 2026-01-01 | version 1 -> 2",
                "1 | 1 | 2026-01-01 | 2026-02-01 | advisory data of 2026-01-01 -> 2026-02-01",
                "1 | 1 | 2026-01-01 | 2026-01-01 | advisory data changed",
            })
    void whyAFindingIsNew(
            String before, String after, String dayBefore, String dayAfter, String reason)
            throws IOException, JsonFormatException {
        Comparison comparison =
                Comparison.of(side(before, "", "", dayBefore), side(after, CVE, "", dayAfter));
        assertThat(comparison.appeared())
                .extracting(Comparison.Change::reason)
                .containsExactly(reason);
        Comparison back =
                Comparison.of(side(after, CVE, "", dayAfter), side(before, "", "", dayBefore));
        assertThat(back.appeared()).isEmpty();
        assertThat(back.gone()).hasSize(1);
    }

    @Test
    void aNewPackageBringsNewFindings() throws IOException, JsonFormatException {
        Comparison comparison = Comparison.of(empty(), side("1", CVE, "", "2026-01-01"));
        assertThat(comparison.appeared().getFirst().reason()).isEqualTo("the package is new");
        assertThat(comparison.packages()).containsKey("deb ssl");
        Comparison back = Comparison.of(side("1", CVE, "", "2026-01-01"), empty());
        assertThat(back.gone().getFirst().reason()).isEqualTo("the package is gone");
    }

    @Test
    void anIdThatBecameAnAliasIsNoNewFinding() throws IOException, JsonFormatException {
        Side before = side("1", finding("GHSA-1", "", "high", ""), "", "2026-01-01");
        Side after = side("1", finding("CVE-1", "\"GHSA-1\"", "high", ""), "", "2026-01-01");
        assertThat(Comparison.of(before, after).appeared()).isEmpty();
        assertThat(Comparison.of(before, after).unchanged()).isEqualTo(1);
    }

    @Test
    void suppressionIsPolicyAndIsSaid() throws IOException, JsonFormatException {
        Side open = side("1", CVE, "", "2026-01-01");
        Side ignored = side("1", "", CVE, "2026-01-01");
        Comparison quieter = Comparison.of(open, ignored);
        assertThat(quieter.gone().getFirst().reason()).isEqualTo("suppressed by plimsoll.yaml:3");
        Comparison louder = Comparison.of(ignored, open);
        assertThat(louder.appeared().getFirst().reason())
                .isEqualTo("no longer suppressed by plimsoll.yaml:3");
        assertThat(Comparison.of(ignored, ignored).appeared()).isEmpty();
    }

    @Test
    void severityAndFixesThatChangedAreSaid() throws IOException, JsonFormatException {
        Side before = side("1", CVE, "", "2026-01-01");
        Side after = side("1", finding("CVE-1", "", "critical", "\"2\",\"3\""), "", "2026-01-01");
        assertThat(Comparison.of(before, after).changed())
                .extracting(Comparison.Change::reason)
                .containsExactly("severity high -> critical, fixed in none -> 2, 3");
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException, JsonFormatException {
        JsonObject other = parse("{\"schema\":\"other/1\"}");
        assertThatThrownBy(() -> Side.of("x.json", other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("x.json", "plimsoll-report/1");
    }

    @Test
    void markdownShowsNamesAsTextAlone() throws IOException, JsonFormatException {
        Side after = side("<b>1</b>|", CVE, "", "2026-01-01");
        String markdown = written(Comparison.of(empty(), after), "markdown");
        assertThat(markdown).doesNotContain("<b>").contains("&#60;b&#62;1").contains("&#124;");
    }

    @Test
    void everyFormatGivesTheSameBytesTwiceAndNamesWhatIsNew()
            throws IOException, JsonFormatException {
        for (String format : ComparisonReports.FORMATS) {
            Comparison comparison = Comparison.of(empty(), side("1", CVE, "", "2026-01-01"));
            assertThat(written(comparison, format))
                    .contains("CVE-1", "the package is new")
                    .isEqualTo(written(comparison, format));
        }
    }

    private static String written(Comparison comparison, String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ComparisonReports.write(comparison, format, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String finding(String id, String aliases, String severity, String fixes) {
        return "{\"id\":\""
                + id
                + "\",\"aliases\":["
                + aliases
                + "],\"package\":\"p1\",\"severity\":\""
                + severity
                + "\",\"fix\":{\"versions\":["
                + fixes
                + "]}}";
    }

    private static Side empty() throws IOException, JsonFormatException {
        return Side.of("empty", parse("{\"schema\":\"plimsoll-report/1\"}"));
    }

    private static Side side(String version, String finding, String suppressed, String day)
            throws IOException, JsonFormatException {
        List<String> parts =
                List.of(
                        "\"schema\":\"plimsoll-report/1\"",
                        "\"packages\":[{\"id\":\"p1\",\"type\":\"deb\",\"name\":\"ssl\",\"version\":\""
                                + version
                                + "\"}]",
                        "\"findings\":[" + finding + "]",
                        "\"suppressed\":["
                                + (suppressed.isEmpty()
                                        ? ""
                                        : "{\"finding\":"
                                                + suppressed
                                                + ",\"by\":\"plimsoll.yaml:3\"}")
                                + "]",
                        "\"data\":[{\"segment\":\"debian-12\",\"modified\":\"" + day + "\"}]");
        return Side.of("report " + version, parse("{" + String.join(",", parts) + "}"));
    }

    private static JsonObject parse(String text) throws IOException, JsonFormatException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return Json.parse(new ByteArrayInputStream(bytes), 100).asObject();
    }
}
