package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.plimsoll.model.ScanReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// One image, the same answer by every route.
final class RoutesTest {
    private static final DebianImage IMAGE = DebianImage.get();

    @TempDir Path folder;

    private static ScanReport expected;

    @BeforeAll
    static void scan() throws IOException, InterruptedException {
        expected = Scans.of("docker-archive:" + IMAGE.dockerArchive());
    }

    static List<String> routes() {
        return List.of(
                "docker-archive:" + IMAGE.gzippedDockerArchive(),
                "oci-dir:" + IMAGE.ociFolder(),
                "oci-archive:" + IMAGE.ociArchiveWithZstd(),
                "dir:" + IMAGE.rootFileSystem(),
                IMAGE.dockerArchive().toString(),
                IMAGE.gzippedDockerArchive().toString(),
                IMAGE.ociFolder().toString(),
                IMAGE.ociArchiveWithZstd().toString());
    }

    @ParameterizedTest
    @MethodSource("routes")
    void aRouteGivesTheSameAnswer(String route) throws Exception {
        ScanReport report = Scans.of(route);
        assertThat(report.complete()).isTrue();
        SameAnswer.demand(report, expected);
        assertThat(report.inventory().unownedExecutables())
                .isEqualTo(expected.inventory().unownedExecutables());
    }

    @Test
    void ourOwnDocumentsGiveTheSameAnswer() throws Exception {
        String image = "docker-archive:" + IMAGE.dockerArchive();
        for (String format : List.of("cyclonedx", "json")) {
            Path file = Scans.sbom(image, format, folder.resolve(format + ".json"));
            SameAnswer.demand(Scans.of("sbom:" + file), expected);
        }
    }

    @Test
    void theImageHoldsWhatDpkgSaysLessWhatALayerRemoved() throws Exception {
        List<String> below =
                IMAGE.installedBelow().stream()
                        .map(line -> line.replace('\t', ' '))
                        .filter(line -> !line.startsWith(DebianImage.REMOVED + " "))
                        .sorted()
                        .toList();
        assertThat(IMAGE.installedBelow()).hasSize(below.size() + 1);
        assertThat(
                        expected.inventory().packages().stream()
                                .filter(each -> each.purl().startsWith("pkg:deb/"))
                                .map(each -> SameAnswer.dpkgLine(each.record()))
                                .sorted()
                                .toList())
                .isEqualTo(below);
        assertThat(expected.assessment().findings()).isNotEmpty();
    }
}
