package io.plimsoll.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.engine.Access;
import io.plimsoll.image.ImageNotFoundException;
import io.plimsoll.model.Finding;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription.LayerSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two images in real engines: the same answer as from their archives.
final class EnginesTest {
    private static final String DEBIAN = Engines.DEBIAN;
    private static final String MARKS = MarksImage.NAME;

    private static Engines engines;
    private static ScanReport debian;
    private static ScanReport marks;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        engines = Engines.get();
        debian = Scans.of("docker-archive:" + DebianImage.get().dockerArchive());
        marks = Scans.of("docker-archive:" + engines.marksArchive());
    }

    @Test
    void theArchiveHasWhatTheLayersLeave() {
        assertThat(marks.inventory().packages())
                .filteredOn(each -> each.purl().startsWith("pkg:npm/"))
                .flatExtracting(each -> each.locations())
                .extracting(each -> each.evidence().file())
                .containsExactlyInAnyOrderElementsOf(MarksImage.left());
        assertThat(marks.inventory().unownedExecutables())
                .contains("/usr/bin/two", "/opt/a", "/opt/b")
                .doesNotContain("/usr/bin/one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker", "podman", "containerd"})
    void anEngineGivesTheSameAnswer(String kind) throws Exception {
        assertSame(Scans.of(kind + ":" + DEBIAN, engines.access(false)), debian);
        assertSame(Scans.of(kind + ":" + MARKS, engines.access(false)), marks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker", "podman"})
    void anExportGivesTheSameAnswerVerified(String kind) throws Exception {
        ScanReport exported = Scans.of(kind + ":" + DEBIAN, engines.access(true));
        assertSame(exported, debian);
        assertThat(exported.inventory().problems()).isEqualTo(debian.inventory().problems());
        assertSame(Scans.of(kind + ":" + MARKS, engines.access(true)), marks);
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker", "podman"})
    void foldersAreSaidNotToBeVerified(String kind) throws Exception {
        ScanReport report = Scans.of(kind + ":" + MARKS, engines.access(false));
        assertThat(report.inventory().problems())
                .filteredOn(each -> each.kind() == ProblemKind.LEFT_OUT)
                .extracting(Problem::reason)
                .singleElement()
                .asString()
                .contains("were not computed", "--engine-export");
    }

    @Test
    void aPortWithCertificatesGivesTheSameAnswer() throws Exception {
        assertSame(Scans.of("docker:" + MARKS, engines.byPort()), marks);
    }

    @Test
    void anIdAndItsBeginningNameTheImage() throws Exception {
        String id = marks.target().imageId().orElseThrow().toString();
        for (String name : List.of(id, id.substring(7), id.substring(7, 19))) {
            assertSame(Scans.of("docker:" + name, engines.access(false)), marks);
            assertSame(Scans.of("podman:" + name, engines.access(false)), marks);
        }
    }

    @Test
    void aBareNameIsTheFirstEngines() throws Exception {
        ScanReport report = Scans.of(MARKS, engines.access(false));
        assertThat(report.target().kind()).isEqualTo("docker");
        assertSame(report, marks);
        Access podmanOnly =
                engines.access(
                        false,
                        Map.of(
                                "DOCKER_HOST",
                                "unix:///none",
                                "CONTAINER_HOST",
                                engines.podmanHost()));
        assertThat(Scans.of(MARKS, podmanOnly).target().kind()).isEqualTo("podman");
    }

    @ParameterizedTest
    @ValueSource(strings = {"docker", "podman", "containerd"})
    void anImageThatIsNotThereIsSaidToBeMissing(String kind) {
        assertThatThrownBy(() -> Scans.of(kind + ":example/none:1", engines.access(false)))
                .isInstanceOf(ImageNotFoundException.class)
                .hasMessageContaining("example/none:1");
    }

    @Test
    void containerdNamesTheNamespaceWhereItLooked() throws Exception {
        assertSame(Scans.of("containerd:" + Engines.PAUSE, engines.access(false)), marks);
    }

    private static void assertSame(ScanReport report, ScanReport expected) {
        assertThat(report.complete()).isTrue();
        SameAnswer.demand(report, expected);
        assertThat(report.inventory().unownedExecutables())
                .isEqualTo(expected.inventory().unownedExecutables());
        // The image in containerd was made of the archive by skopeo, which writes the configuration
        // anew.
        if (!report.target().kind().equals("containerd")) {
            assertThat(report.target().imageId()).isEqualTo(expected.target().imageId());
        }
        assertThat(report.target().platform()).isEqualTo(expected.target().platform());
        assertThat(report.target().layers())
                .extracting(LayerSummary::diffId, LayerSummary::createdBy)
                .isEqualTo(
                        expected.target().layers().stream()
                                .map(each ->
                                        org.assertj.core.groups.Tuple.tuple(
                                                each.diffId(), each.createdBy()))
                                .toList());
        assertThat(report.assessment().findings())
                .extracting(Finding::layer)
                .isEqualTo(expected.assessment().findings().stream().map(Finding::layer).toList());
    }
}
