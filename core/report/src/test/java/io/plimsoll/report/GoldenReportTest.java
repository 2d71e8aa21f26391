package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Reports as reviewed files, `src/test/resources/golden`. `-Dgolden.update=true` writes them anew.
final class GoldenReportTest {
    private static final View SHORT = new View(false, false, 0, Severity.UNKNOWN, false);

    @Test
    void richReportSaysAnswerThenActionsThenDetail() throws IOException {
        check("rich.txt", "text", SampleReports.rich(), View.EVERYTHING);
    }

    @Test
    void shortViewOfTheRichReport() throws IOException {
        check("rich-short.txt", "text", SampleReports.rich(), SHORT);
    }

    @Test
    void nothingFoundIsSaidTogetherWithTheCoverage() throws IOException {
        check("nothing-found.txt", "text", SampleReports.nothingFound(), SHORT);
    }

    @Test
    void nothingJudgedIsNotTakenForNothingFound() throws IOException {
        check("nothing-judged.txt", "text", SampleReports.nothingJudged(), SHORT);
    }

    @Test
    void emptyTarget() throws IOException {
        check("empty.txt", "text", SampleReports.empty(), SHORT);
    }

    @Test
    void incompleteReportSaysSoAtTheTop() throws IOException {
        check("incomplete.txt", "text", SampleReports.incomplete(), SHORT);
    }

    @Test
    void endOfLifeStandsInTheSecondLine() throws IOException {
        check("end-of-life.txt", "text", SampleReports.endOfLife(), SHORT);
    }

    @Test
    void oneUndetermined() throws IOException {
        check("undetermined-one.txt", "text", SampleReports.undeterminedOnly(1), SHORT);
    }

    @Test
    void shortViewEndsWithHowToSeeTheRest() throws IOException {
        check("many-short.txt", "text", SampleReports.many(30), SHORT);
    }

    @Test
    void fullViewLeavesNothingOut() throws IOException {
        check("many-full.txt", "text", SampleReports.many(30), View.EVERYTHING);
    }

    @Test
    void languagePackagesOfAListMissNoDistribution() throws IOException {
        check(
                "list.txt",
                "text",
                SampleReports.list("purls", SamplePackages.LOG4J, SamplePackages.LODASH),
                SHORT);
    }

    @Test
    void systemPackagesOfAListDoMissOne() throws IOException {
        check("list-system.txt", "text", SampleReports.list("sbom", SamplePackages.OPENSSL), SHORT);
    }

    @Test
    void severityFilterHidesMilderFindingsButCountsThem() throws IOException {
        View critical = new View(false, true, 0, Severity.CRITICAL, false);
        check("severity-critical.txt", "text", SampleReports.rich(), critical);
    }

    @Test
    void onlyFixedHidesWhatHasNoFix() throws IOException {
        View onlyFixed = new View(false, true, 0, Severity.UNKNOWN, true);
        check("only-fixed.txt", "text", SampleReports.many(3), onlyFixed);
    }

    @Test
    void colouredReport() throws IOException {
        View coloured = new View(true, false, 0, Severity.UNKNOWN, false);
        check("coloured.txt", "text", SampleReports.endOfLife(), coloured);
    }

    @Test
    void whatComesWithTheBaseImageIsCounted() throws IOException {
        check("base.txt", "text", BaseReports.known(), SHORT);
        check("base.json", "json", BaseReports.leftOut(), View.EVERYTHING);
    }

    @Test
    void aBetterBaseImageIsTheFirstThingToDo() throws IOException {
        ScanReport advised = BaseReports.known().advised(Optional.of(Advices.rich()));
        check("base-advised.txt", "text", advised, SHORT);
        assertThat(Rendered.of("markdown", advised))
                .contains(
                        "\n1. rebuild on debian:12.5-slim: fixes 17, 2 critical, brings 1\n2. **");
        assertThat(Rendered.of("html", advised))
                .contains("<li>rebuild on debian:12.5-slim: fixes 17, 2 critical, brings 1</li>");
    }

    @Test
    void whatWasLeftOutIsSaid() throws IOException {
        check("base-left-out.txt", "text", BaseReports.leftOut(), SHORT);
        check("base-all-left-out.txt", "text", BaseReports.allLeftOut(), SHORT);
    }

    private static void check(String file, String format, ScanReport report, View view)
            throws IOException {
        String actual = Rendered.of(format, report, view);
        Golden.check(file, actual);
        assertThat(actual).endsWith("\n").doesNotContain(" \n").doesNotContain("\n\n\n");
    }
}
