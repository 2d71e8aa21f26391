package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.ScanReport;
import io.plimsoll.report.ReportFormats;
import io.plimsoll.report.View;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Reports of real images, read by programs that are not ours: they find them valid and see as many
/// packages and findings as we do.
final class ReadByOthersTest {
    private static final List<String> IMAGES =
            List.of(
                    "alpine-minirootfs-3.10.9-x86_64",
                    "almalinux-8.9-micro-s390x",
                    RealImages.BUSYBOX);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cyclonedx",
                "cyclonedx@1.5",
                "cyclonedx@1.4",
                "cyclonedx-xml",
                "cyclonedx-xml@1.5",
                "cyclonedx-xml@1.4",
                "spdx",
                "spdx-tv",
                "spdx@3.0"
            })
    void anSbomIsValidAndComplete(String format) throws IOException, InterruptedException {
        for (String image : IMAGES) {
            ScanReport report = RealImages.report(image);
            Map<String, String> seen = Readers.read(format, document(format, report));
            assertThat(seen)
                    .as(image)
                    .containsEntry("valid", "None")
                    .containsEntry("packages", String.valueOf(report.inventory().packages().size()))
                    .containsEntry(
                            "affected", String.valueOf(report.assessment().findings().size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sarif"})
    void sarifHoldsEveryFinding(String format) throws IOException, InterruptedException {
        for (String image : IMAGES) {
            ScanReport report = RealImages.report(image);
            Map<String, String> seen = Readers.read(format, document(format, report));
            String findings = String.valueOf(report.assessment().findings().size());
            assertThat(seen)
                    .containsEntry("tool", "Plimsoll")
                    .containsEntry("results", findings)
                    .containsEntry("records", findings);
        }
    }

    static String document(String format, ScanReport report) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportFormats.of(format).orElseThrow().write(report, View.EVERYTHING, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
