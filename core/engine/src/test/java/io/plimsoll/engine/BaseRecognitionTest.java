package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Finding;
import io.plimsoll.model.Origin;
import io.plimsoll.model.ScanReport;
import io.plimsoll.model.TargetDescription.LayerSummary;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaseRecognitionTest {
    @TempDir private Path folder;

    private Bases bases;

    @BeforeEach
    void store() throws IOException {
        bases = Bases.in(folder);
    }

    private static Origin origin(ScanReport report, String name) {
        return report.inventory().packages().stream()
                .filter(each -> each.record().name().equals(name))
                .findFirst()
                .orElseThrow()
                .origin();
    }

    @Test
    void withoutAnIndexNothingIsKnown() throws Exception {
        assertThat(bases.scan(Bases.app()).target().base()).isEmpty();
    }

    @Test
    void layersAreProof() throws Exception {
        bases.index("old", Bases.old());
        bases.index("mended", Bases.mended());
        ScanReport report = bases.scan(Bases.app());
        assertThat(report.target().base().orElseThrow().reference()).isEqualTo("debian:12");
        assertThat(report.target().base().orElseThrow().how())
                .isEqualTo("its layers: the first 1 of 3");
        assertThat(report.target().layers())
                .extracting(LayerSummary::origin)
                .containsExactly(Origin.BASE, Origin.OWN, Origin.OWN);
        assertThat(origin(report, "a")).isEqualTo(Origin.OWN);
        assertThat(origin(report, "curl")).isEqualTo(Origin.OWN);
        assertThat(report.assessment().findings())
                .extracting(Finding::id, Finding::origin)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CVE-2026-1", Origin.BASE));
    }

    @Test
    void theLongestStackCounts() throws Exception {
        bases.index("old", Bases.old());
        ImageBuilder middle =
                Bases.old()
                        .layer(new TarBuilder().file("x", "x").build(), "COPY x /")
                        .tag("middle:1");
        bases.index("middle", middle);
        ScanReport report =
                bases.scan(
                        Bases.old()
                                .layer(new TarBuilder().file("x", "x").build(), "COPY x /")
                                .layer(new TarBuilder().file("y", "y").build(), "COPY y /"));
        assertThat(report.target().base().orElseThrow().how())
                .isEqualTo("its layers: the first 2 of 3");
    }

    @Test
    void anIndexedImageIsItsOwnBaseOnlyWhereNothingIsBelow() throws Exception {
        bases.index("old", Bases.old());
        assertThat(bases.scan(Bases.old()).target().base().orElseThrow().how())
                .startsWith("it is this image itself");
        bases.index("app", Bases.app().tag("app:1"));
        assertThat(bases.scan(Bases.app()).target().base().orElseThrow().reference())
                .isEqualTo("debian:12");
    }

    @Test
    void theHistoryTellsOfAnotherBuild() throws Exception {
        bases.index("mended", Bases.mended());
        ScanReport report = bases.scan(Bases.app());
        assertThat(report.target().base().orElseThrow().how())
                .startsWith("its history, which begins with the 1 step of this image");
        assertThat(report.target().layers())
                .extracting(LayerSummary::origin)
                .containsExactly(Origin.BASE, Origin.OWN, Origin.OWN);
    }

    /// `COPY rootfs /` is how many begin.
    @Test
    void aHistoryAloneIsNoProof() throws Exception {
        bases.index("mended", Bases.mended());
        ImageBuilder other =
                new ImageBuilder()
                        .layer(Bases.debian("12", "other 1", "else 2").build(), "# debian.sh 12")
                        .layer(new TarBuilder().file("x", "x").build(), "COPY x /");
        assertThat(bases.scan(other).target().base()).isEmpty();
    }

    @Test
    void ofAMergedImageThePackagesTell() throws Exception {
        bases.index("old", Bases.old());
        TarBuilder merged =
                Bases.debian("12", "bash 5.1-1", "curl 7.88-1", "libc6 2.36-9", "zlib 1.0")
                        .file("app/node_modules/a/package.json", Images.npm("a", "1.0.0"));
        ScanReport report = bases.scan(new ImageBuilder().layer(merged.build(), "squashed"));
        assertThat(report.target().base().orElseThrow().how())
                .startsWith("its packages: 3 of the 3");
        assertThat(origin(report, "bash")).isEqualTo(Origin.BASE);
        assertThat(origin(report, "curl")).isEqualTo(Origin.OWN);
        assertThat(origin(report, "a")).isEqualTo(Origin.OWN);
        assertThat(report.assessment().findings())
                .singleElement()
                .extracting(Finding::origin)
                .isEqualTo(Origin.BASE);
    }

    @Test
    void otherPackagesAreOfAnotherImage() throws Exception {
        bases.index("old", Bases.old());
        TarBuilder other = Bases.debian("12", "bash 5.1-1", "libc6 2.36-10", "zlib 1.1");
        assertThat(bases.scan(new ImageBuilder().layer(other.build(), "x")).target().base())
                .isEmpty();
    }

    @Test
    void anotherPlatformIsNoBase() throws Exception {
        bases.index("mended", Bases.mended().platform("arm64", ""));
        assertThat(bases.scan(Bases.app()).target().base()).isEmpty();
    }

    @Test
    void aDockerfileIsAskedFirstAndTheIndexWhereItDoesNotFit() throws Exception {
        bases.index("old", Bases.old());
        Path file = Files.writeString(folder.resolve("Dockerfile"), "FROM mine:1\nRUN other\n");
        ScanOptions options =
                bases.options()
                        .withDockerfile(
                                Optional.of(
                                        new DockerfileOption(file, Map.of(), Optional.empty())));
        ScanReport report = bases.scan(options, Bases.app());
        assertThat(report.target().base().orElseThrow().reference()).isEqualTo("mine:1");
        assertThat(report.target().layers().getFirst().origin()).isEqualTo(Origin.BASE);
    }

    @Test
    void layersCountMoreThanALabelThatMayBeInherited() throws Exception {
        bases.index("old", Bases.old());
        ImageBuilder app = Bases.app().label("org.opencontainers.image.base.name", "scratch:1");
        assertThat(bases.scan(app).target().base().orElseThrow().reference())
                .isEqualTo("debian:12");
    }

    @Test
    void whatChecksSaidStays() throws Exception {
        bases.index("old", Bases.old());
        ScanReport report = bases.scan(bases.options().withChecks(true), Bases.app());
        assertThat(report.target().base()).isPresent();
        assertThat(report.checks()).isPresent();
    }

    @Test
    void anImageNeedsANameAndLayers() throws Exception {
        Path nameless = bases.write("nameless", new ImageBuilder().layer(Bases.debian("12")));
        BaseIndexer indexer = new BaseIndexer(bases.options(), Progress.SILENT);
        Target target = Target.parse("docker-archive:" + nameless);
        assertThatThrownBy(() -> indexer.add(target, List.of(), List.of(), List.of()))
                .hasMessageContaining("--as NAME");
        assertThat(
                        indexer.add(
                                        target,
                                        List.of("docker.io/library/own:1"),
                                        List.of(),
                                        List.of())
                                .names())
                .containsExactly("own:1");
        Path root = Files.createDirectories(folder.resolve("root"));
        assertThatThrownBy(() ->
                        indexer.add(
                                Target.parse("dir:" + root),
                                List.of("own:2"),
                                List.of(),
                                List.of()))
                .hasMessageContaining("has no layers");
    }
}
