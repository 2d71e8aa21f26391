package io.plimsoll.truth;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Reports of real images for pipelines: JUnit against the schema that Jenkins reads by, GitHub's
/// snapshot by the types that are made from GitHub's description of its API.
final class PipelineFormatsTest {
    private static final List<String> IMAGES =
            List.of(
                    "alpine-minirootfs-3.10.9-x86_64",
                    "almalinux-8.9-micro-s390x",
                    RealImages.BUSYBOX);

    @Test
    void testResultsAreValidAndFailForEachFinding() throws IOException, InterruptedException {
        for (String image : IMAGES) {
            ScanReport report = RealImages.report(image);
            Map<String, String> seen =
                    Readers.read("junit", ReadByOthersTest.document("junit", report));
            assertThat(seen)
                    .as(image)
                    .containsEntry("valid", "None")
                    .containsEntry(
                            "failures", String.valueOf(report.assessment().findings().size()));
        }
    }

    @Test
    void aSnapshotHoldsEveryPackage() throws IOException, InterruptedException {
        for (String image : IMAGES) {
            ScanReport report = RealImages.report(image);
            assertThat(Readers.read("github", ReadByOthersTest.document("github", report)))
                    .as(image)
                    .containsEntry(
                            "packages", String.valueOf(report.inventory().packages().size()));
        }
    }
}
