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
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Two images in real engines: the same answer as from their archives.
final class EnginesTest {
    private static final String DEBIAN = "example/app:1";
    private static final String MARKS = "example/marks:2";

    @TempDir static Path folder;

    private static Engines engines;
    private static ScanReport debian;
    private static ScanReport marks;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        Path debianArchive = DebianImage.get().dockerArchive();
        Path marksArchive = folder.resolve("marks.tar");
        Files.write(marksArchive, TarBuilder.of(DockerArchives.manifest(marksImage())));
        debian = Scans.of("docker-archive:" + debianArchive);
        marks = Scans.of("docker-archive:" + marksArchive);
        engines = Engines.start();
        engines.load(debianArchive, DEBIAN);
        engines.load(marksArchive, MARKS);
    }

    @AfterAll
    static void end() throws IOException, InterruptedException {
        engines.end();
    }

    /// Layers that delete, hide and come back: whiteouts of files and folders, opaque folders, hard
    /// links, names beyond ASCII.
    private static ImageBuilder marksImage() {
        TarBuilder base =
                new TarBuilder()
                        .directory("etc/")
                        .file("etc/os-release", Examples.OS_RELEASE)
                        .directory("var/")
                        .directory("var/lib/")
                        .directory("var/lib/dpkg/")
                        .file("var/lib/dpkg/status", Examples.STATUS);
        for (String path : List.of("app", "hidden", "deleted", "kept", "größe/日本")) {
            module(base, path, "lodash", "4.17.15");
            module(base, path, "minimist", "1.2.0");
        }
        base.directory("usr/").directory("usr/bin/").file("usr/bin/one", elf(), 0755).hardlink("usr/bin/two", "usr/bin/one");
        TarBuilder above = new TarBuilder().directory("hidden/").directory("hidden/node_modules/");
        above.opaque("hidden/node_modules");
        module(above, "hidden", "moment", "2.29.1");
        above.whiteout("deleted");
        above.directory("app/").directory("app/node_modules/");
        above.whiteout("app/node_modules/minimist");
        above.directory("größe/").directory("größe/日本/").opaque("größe/日本");
        above.directory("usr/").directory("usr/bin/").whiteout("usr/bin/one");
        TarBuilder top = new TarBuilder();
        module(top, "deleted", "axios", "0.21.0");
        top.directory("opt/").file("opt/a", elf(), 0755).hardlink("opt/b", "opt/a");
        return new ImageBuilder()
                .layer(base.build(), "base")
                .layer(above.build(), "above")
                .layer(top.build(), "top")
                .tag(MARKS);
    }

    private static void module(TarBuilder layer, String folder, String name, String version) {
        String path = folder + "/node_modules/" + name;
        // Engines want each folder before what is in it.
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
            layer.directory(path.substring(0, slash) + "/");
        }
        layer.file(
                path + "/package.json",
                "{\"name\": \"" + name + "\", \"version\": \"" + version + "\"}\n");
    }

    private static byte[] elf() {
        return new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0};
    }

    @Test
    void theArchiveHasWhatTheLayersLeave() {
        assertThat(marks.inventory().packages())
                .filteredOn(each -> each.purl().startsWith("pkg:npm/"))
                .flatExtracting(each -> each.locations())
                .extracting(each -> each.evidence().file())
                .containsExactlyInAnyOrder(
                        path("app", "lodash"),
                        path("hidden", "moment"),
                        path("deleted", "axios"),
                        path("kept", "lodash"),
                        path("kept", "minimist"));
        assertThat(marks.inventory().unownedExecutables())
                .contains("/usr/bin/two", "/opt/a", "/opt/b")
                .doesNotContain("/usr/bin/one");
    }

    private static String path(String folder, String name) {
        return "/" + folder + "/node_modules/" + name + "/package.json";
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
                                "unix://" + folder.resolve("none"),
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

    private static void assertSame(ScanReport report, ScanReport expected) {
        assertThat(report.complete()).isTrue();
        SameAnswer.demand(report, expected);
        assertThat(report.inventory().unownedExecutables())
                .isEqualTo(expected.inventory().unownedExecutables());
        assertThat(report.target().imageId()).isEqualTo(expected.target().imageId());
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
