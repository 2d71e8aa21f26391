package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.InstalledPackage;
import io.plimsoll.model.ScanReport;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The documents of real images scan to the answer of the image.
final class SbomParityTest {
    @TempDir Path folder;

    @ParameterizedTest
    @FieldSource("io.plimsoll.truth.RealImages#PACKAGED")
    void everyDocumentOfAnImageGivesItsAnswer(String image) throws Exception {
        ScanReport expected = RealImages.report(image);
        assertThat(expected.assessment().findings()).isNotEmpty();
        for (String format :
                List.of(
                        "cyclonedx@1.4",
                        "cyclonedx@1.5",
                        "cyclonedx",
                        "cyclonedx-xml",
                        "spdx",
                        "spdx-tv",
                        "spdx@3.0",
                        "json")) {
            ScanReport report = Scans.of("sbom:" + written(expected, format));
            assertThat(answer(report)).as(format).isEqualTo(answer(expected));
            assertThat(report.assessment().undetermined())
                    .isEqualTo(expected.assessment().undetermined());
            assertThat(report.assessment().assessed()).isEqualTo(expected.assessment().assessed());
            assertThat(report.assessment().support()).isEqualTo(expected.assessment().support());
        }
    }

    private Path written(ScanReport report, String format) throws IOException {
        Path file = folder.resolve("document");
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            ReportFormats.of(format).orElseThrow().write(report, View.EVERYTHING, out);
        }
        return file;
    }

    /// Packages with what they need, findings with severity, fix, advisory and layer.
    private static List<String> answer(ScanReport report) {
        List<String> all = new ArrayList<>();
        for (InstalledPackage each : report.inventory().packages()) {
            all.add(
                    each.id()
                            + each.record().fullName()
                            + each.record().version()
                            + each.record().source()
                            + each.record().licenses()
                            + each.record().module()
                            + each.dependsOn()
                            + each.owner()
                            + each.locations());
        }
        report.assessment()
                .findings()
                .forEach(each ->
                        all.add(
                                each.id()
                                        + each.packageId()
                                        + each.severity()
                                        + each.fix()
                                        + each.how().kind()
                                        + each.how().advisory()
                                        + each.layer()));
        return all;
    }
}
