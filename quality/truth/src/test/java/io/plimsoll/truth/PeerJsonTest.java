package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The JSON of Trivy and Grype, read by Trivy's own types and by a program that reads both.
final class PeerJsonTest {
    private static final List<String> IMAGES =
            List.of(
                    "alpine-minirootfs-3.10.9-x86_64",
                    "almalinux-8.9-micro-s390x",
                    RealImages.BUSYBOX);

    @TempDir static Path folder;

    @Test
    void trivysOwnTypesKnowEveryMember() throws IOException, InterruptedException {
        for (String image : IMAGES) {
            ScanReport report = RealImages.report(image);
            assertThat(TrivyTypes.read(ReadByOthersTest.document("trivy-json", report)))
                    .as(image)
                    .containsEntry("packages", packages(report))
                    .containsEntry("affected", findings(report))
                    .containsEntry("unsure", "0")
                    .containsEntry(
                            "system", String.valueOf(report.inventory().distribution().isKnown()));
        }
    }

    @Test
    void trivysOwnTypesKnowLanguagePackages() throws IOException, InterruptedException {
        ScanReport report =
                Scans.of(
                        "docker-archive:"
                                + ApplicationImage.build(folder).write(folder.resolve("app.tar")));
        Map<String, String> seen = TrivyTypes.read(ReadByOthersTest.document("trivy-json", report));
        assertThat(seen).containsEntry("unsure", "0");
        assertThat(Integer.parseInt(seen.getOrDefault("affected", "0")))
                .isGreaterThanOrEqualTo(report.assessment().findings().size());
        assertThat(Readers.read("grype-json", ReadByOthersTest.document("grype-json", report)))
                .containsEntry("affected", findings(report));
    }

    @Test
    void theTypesRefuseWhatTheyDoNotKnow() throws IOException, InterruptedException {
        ScanReport report = RealImages.report(IMAGES.getFirst());
        String document = ReadByOthersTest.document("trivy-json", report);
        assertThatThrownBy(() -> TrivyTypes.read(document.replace("\"PkgName\"", "\"Package\"")))
                .hasMessageContaining("unknown field \"Package\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"trivy-json", "grype-json"})
    void aProgramForItSeesEveryFinding(String format) throws IOException, InterruptedException {
        for (String image : IMAGES) {
            ScanReport report = RealImages.report(image);
            assertThat(Readers.read(format, ReadByOthersTest.document(format, report)))
                    .as(image)
                    .containsEntry("affected", findings(report));
        }
    }

    private static String packages(ScanReport report) {
        return String.valueOf(report.inventory().packages().size());
    }

    private static String findings(ScanReport report) {
        return String.valueOf(report.assessment().findings().size());
    }
}
