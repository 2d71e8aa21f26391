package io.plimsoll.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.ScanReport;
import io.plimsoll.model.Severity;
import io.plimsoll.report.dockerscan.DockerScanJson;
import io.plimsoll.report.dockerscan.DockerScanText;
import io.plimsoll.report.dockerscan.DockerScanView;
import io.plimsoll.report.dockerscan.DockerScanned;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What `docker scan` prints, as reviewed files. `-Dgolden.update=true` writes them anew.
final class DockerScanGoldenTest {
    private static final DockerScanView PLAIN =
            new DockerScanView("rich.tar", "", Severity.LOW, false, false, false, false, false);

    @Test
    void systemAndApplicationsAreProjectsOfTheirOwn() throws IOException {
        Golden.check("docker-scan.txt", text(SampleReports.rich(), PLAIN));
    }

    @Test
    void theTreeComesFirst() throws IOException {
        Golden.check("docker-scan-tree.txt", text(SampleReports.rich(), withTree(false)));
    }

    @Test
    void nothingFound() throws IOException {
        Golden.check("docker-scan-nothing.txt", text(SampleReports.nothingFound(), PLAIN));
    }

    @Test
    void nothingInstalled() throws IOException {
        Golden.check("docker-scan-empty.txt", text(SampleReports.empty(), PLAIN));
    }

    @Test
    void severityLeavesOutWhatIsMilder() throws IOException {
        DockerScanView critical =
                new DockerScanView(
                        "rich.tar", "", Severity.CRITICAL, true, false, false, false, false);
        assertThat(text(SampleReports.rich(), critical))
                .contains("Critical severity")
                .doesNotContain("High severity", "Medium severity", "Low severity");
    }

    @Test
    void whatComesWithTheBaseImageIsNamedAndCountedByItself() throws IOException {
        Golden.check("docker-scan-base.txt", text(BaseReports.known(), withFile(false)));
    }

    @Test
    void excludedBaseStaysInItsTableAlone() throws IOException {
        Golden.check("docker-scan-exclude-base.txt", text(BaseReports.known(), withFile(true)));
    }

    @Test
    void imagesThatCouldBeUsedInsteadStandInTables() throws IOException {
        DockerScanned scanned =
                new DockerScanned(BaseReports.known().advised(Optional.of(Advices.rich())), "");
        Golden.check("docker-scan-advice.txt", text(scanned, withFile(true)));
        Golden.check("docker-scan-advice.json", json(scanned, withFile(true)));
    }

    @Test
    void whereNothingIsBetterThatIsSaid() throws IOException {
        DockerScanned scanned =
                new DockerScanned(BaseReports.known().advised(Optional.of(Advices.best())), "");
        assertThat(text(scanned, withFile(true)))
                .contains(
                        "\n\nAccording to our scan, you are currently using the most secure version"
                                + " of the selected base image\n");
    }

    private static DockerScanView withFile(boolean excludeBase) {
        return new DockerScanView(
                "app:1", "app/Dockerfile", Severity.LOW, false, excludeBase, false, false, false);
    }

    @Test
    void colouredBlocks() throws IOException {
        DockerScanView coloured =
                new DockerScanView("old.tar", "", Severity.LOW, false, false, false, false, true);
        Golden.check("docker-scan-coloured.txt", text(SampleReports.endOfLife(), coloured));
    }

    @Test
    void jsonHasAnEntryForEachWay() throws IOException {
        Golden.check("docker-scan.json", json(SampleReports.rich(), PLAIN));
    }

    @Test
    void groupedJsonHasAnEntryForEachId() throws IOException {
        Golden.check("docker-scan-grouped.json", json(SampleReports.rich(), withTree(true)));
    }

    @Test
    void whatAPolicyLeavesOutIsKeptApart() throws IOException {
        DockerScanned scanned = new DockerScanned(OddReports.suppressed(), "ignore: {}\n");
        assertThat(text(scanned, PLAIN)).contains("\nLocal Snyk policy: found\n");
        Golden.check("docker-scan-ignored.json", json(scanned, PLAIN));
    }

    private static DockerScanView withTree(boolean grouped) {
        return new DockerScanView("rich.tar", "", Severity.LOW, false, false, true, grouped, false);
    }

    private static String text(ScanReport report, DockerScanView view) throws IOException {
        return text(new DockerScanned(report, ""), view);
    }

    private static String text(DockerScanned scanned, DockerScanView view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DockerScanText.write(scanned, view, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static String json(ScanReport report, DockerScanView view) throws IOException {
        return json(new DockerScanned(report, ""), view);
    }

    private static String json(DockerScanned scanned, DockerScanView view) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DockerScanJson.write(scanned, view, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
