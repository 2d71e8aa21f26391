package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.base.ProvenanceBase;
import io.plimsoll.image.Attachments;
import io.plimsoll.image.Image;
import io.plimsoll.image.ImageFormatException;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.oci.OciLayout;
import io.plimsoll.model.BaseImage;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.ProblemKind;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.TargetDescription.LayerSummary;
import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Images that BuildKit built, with what it states of them.
final class AttestedImagesTest {
    @TempDir private Path folder;

    private ScannedTarget scan(String image) throws Exception {
        Path file = AttestedImages.copy(image + ".tar", folder);
        return read("oci-archive:" + file, Images.options(Optional.empty()));
    }

    private static ScannedTarget read(String target, ScanOptions options) throws Exception {
        return new Scanner(options, Progress.SILENT).read(Target.parse(target));
    }

    private static List<Origin> origins(ScannedTarget target) {
        return target.description().layers().stream().map(LayerSummary::origin).toList();
    }

    private ProvenanceBase told(String image) throws Exception {
        Path file = AttestedImages.copy(image + ".tar", folder);
        try (Image opened = OciLayout.openArchive(file, OpenOptions.standard())) {
            return ImageProvenance.of(opened, Limits.standard()).base(opened).orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"max", "max-v02", "max-zstd"})
    void theLongFormTellsBaseAndInstructions(String image) throws Exception {
        ScannedTarget target = scan(image);
        BaseImage base = target.description().base().orElseThrow();
        assertThat(base.reference()).isEqualTo("debian:bookworm");
        assertThat(base.digest()).isPresent();
        assertThat(base.how())
                .isEqualTo(
                        "provenance (BuildKit, SLSA "
                                + (image.equals("max-v02") ? "v0.2)" : "v1)"));
        assertThat(base.source())
                .contains(new SourceLine("app.Dockerfile", 5, "FROM debian:${DEBIAN} AS app"));
        assertThat(origins(target))
                .containsExactly(Origin.BASE, Origin.BASE, Origin.OWN, Origin.OWN);
        assertThat(target.description().layers().getLast().source())
                .contains(new SourceLine("app.Dockerfile", 8, "COPY app.txt /srv/"));
        assertThat(target.inventory().problems()).isEmpty();
        assertThat(target.complete()).isTrue();
    }

    @Test
    void layersThatAreLinkedAreTold() throws Exception {
        ScannedTarget target = scan("max-link");
        assertThat(target.description().base().orElseThrow().reference())
                .isEqualTo("debian:bookworm");
        assertThat(origins(target)).containsExactly(Origin.BASE, Origin.BASE, Origin.OWN);
    }

    @Test
    void whatWasBuiltOnNothingHasNoBase() throws Exception {
        ScannedTarget target = scan("max-scratch");
        assertThat(target.description().base()).isEmpty();
        assertThat(origins(target)).containsExactly(Origin.OWN);
        assertThat(told("max-scratch").candidates()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"min-one", "min-one-v02", "min-syntax"})
    void theOnlyImageOfABuildIsTheBase(String image) throws Exception {
        ScannedTarget target = scan(image);
        assertThat(target.description().base().orElseThrow().reference())
                .isEqualTo("debian:bookworm");
        assertThat(origins(target)).containsOnly(Origin.UNKNOWN);
    }

    /// `FROM golang … FROM scratch … COPY --from`: the compiler is no base.
    @Test
    void anImageToCopyFromIsNoBase() throws Exception {
        assertThat(scan("min-scratch").description().base()).isEmpty();
        assertThat(told("min-scratch").candidates())
                .extracting(BaseImage::reference)
                .containsExactly("golang:1.26");
    }

    @Test
    void severalImagesAreCandidates() throws Exception {
        assertThat(scan("min-two").description().base()).isEmpty();
        assertThat(told("min-two").candidates())
                .extracting(BaseImage::reference)
                .containsExactly("debian:bookworm", "golang:1.26");
    }

    @Test
    void aDockerfileThatIsNamedCountsMore() throws Exception {
        Path file = AttestedImages.copy("max.tar", folder);
        Path dockerfile = folder.resolve("Dockerfile");
        Files.writeString(
                dockerfile,
                "FROM other:1\nCOPY --from=build /out/app /usr/bin/app\nCOPY app.txt /srv/\n");
        ScannedTarget target =
                read(
                        "oci-archive:" + file,
                        Images.options(Optional.empty())
                                .withDockerfile(
                                        Optional.of(
                                                new DockerfileOption(
                                                        dockerfile, Map.of(), Optional.empty()))));
        assertThat(target.description().base().orElseThrow().reference()).isEqualTo("other:1");
    }

    private ScannedTarget made(OciLayouts layout, ImageBuilder image, String predicate)
            throws Exception {
        layout.addAttested(
                image,
                "https://slsa.dev/provenance/v1",
                hex ->
                        """
                        {"_type": "https://in-toto.io/Statement/v1",
                         "predicateType": "https://slsa.dev/provenance/v1",
                         "subject": [{"digest": {"sha256": "%s"}}], "predicate": %s}
                        """
                                .formatted(hex, predicate));
        Path written = OciLayouts.write(layout.files(), folder.resolve("made"));
        return read("oci-dir:" + written, Images.options(Optional.empty()));
    }

    private static ImageBuilder labelled() {
        return new ImageBuilder()
                .layer(
                        new TarBuilder().file("a", "b").build(),
                        "/bin/sh -c #(nop) ADD file:1 in / ")
                .label("org.opencontainers.image.base.name", "label:1");
    }

    @Test
    void theManifestCountsMoreThanTheBuilderAndTheBuilderMoreThanALabel() throws Exception {
        String one =
                "{\"buildDefinition\":{\"resolvedDependencies\":[{\"uri\":\"pkg:docker/attested@1\"}]}}";
        assertThat(base(made(new OciLayouts(), labelled(), one))).isEqualTo("attested:1");
        OciLayouts annotated =
                new OciLayouts().annotation("org.opencontainers.image.base.name", "annotated:1");
        assertThat(base(made(annotated, labelled(), one))).isEqualTo("annotated:1");
    }

    @Test
    void aLabelCountsWhereTheBuilderDoesNotTell() throws Exception {
        String two =
                "{\"buildDefinition\":{\"resolvedDependencies\":[{\"uri\":\"pkg:docker/a@1\"},"
                        + "{\"uri\":\"pkg:docker/b@1\"}]}}";
        assertThat(base(made(new OciLayouts(), labelled(), two))).isEqualTo("label:1");
    }

    private static String base(ScannedTarget target) {
        return target.description().base().orElseThrow().reference();
    }

    @Test
    void aStatementAboutAnotherImageDoesNotCount() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(AttestedImages.members("max.tar"));
        String statement = new String(AttestedImages.statement("max"), StandardCharsets.UTF_8);
        int at = statement.indexOf("\"subject\"");
        int digest = statement.indexOf("sha256\":\"", at) + "sha256\":\"".length();
        String other =
                statement.substring(0, digest) + "0".repeat(64) + statement.substring(digest + 64);
        Path layout = OciLayouts.write(Relinked.with(files, statement, other), folder.resolve("l"));
        ScannedTarget target = read("oci-dir:" + layout, Images.options(Optional.empty()));
        assertThat(target.description().base()).isEmpty();
        assertThat(target.inventory().problems())
                .containsExactly(
                        Problem.of(
                                "",
                                "provenance",
                                ProblemKind.MISMATCH,
                                "the provenance of the image is about another image"));
        assertThat(target.complete()).isTrue();
    }

    @Test
    void aStatementThatIsMissingOrAlteredIsAProblem() throws Exception {
        byte[] statement = AttestedImages.statement("max");
        Map<String, byte[]> files = new LinkedHashMap<>(AttestedImages.members("max.tar"));
        String path = Relinked.path(statement);
        files.put(path, new byte[statement.length]);
        Path altered = OciLayouts.write(files, folder.resolve("altered"));
        files.remove(path);
        Path missing = OciLayouts.write(files, folder.resolve("missing"));
        for (Path layout : List.of(altered, missing)) {
            ScannedTarget target = read("oci-dir:" + layout, Images.options(Optional.empty()));
            assertThat(target.description().base()).isEmpty();
            assertThat(target.inventory().problems())
                    .singleElement()
                    .satisfies(each -> assertThat(each.component()).isEqualTo("provenance"));
        }
    }

    @Test
    void aStatementThatIsTooLongIsNotRead() throws Exception {
        Path file = AttestedImages.copy("max.tar", folder);
        try (Image image =
                OciLayout.openArchive(
                        file,
                        OpenOptions.standard()
                                .withLimits(Limits.standard().with(Limit.MANIFEST_SIZE, 3_000)))) {
            assertThat(ImageProvenance.of(image, Limits.standard()).problems())
                    .singleElement()
                    .satisfies(each -> assertThat(each.reason()).contains("--max-manifest-size"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"attested-cosign2", "attested-cosign3"})
    void whatOthersAttachedIsReadWhereItIsAskedFor(String name) throws Exception {
        Path file = AttestedImages.copy(name + ".tar", folder);
        try (Image image = OciLayout.openArchive(file, OpenOptions.standard())) {
            assertThat(ImageProvenance.of(image, Limits.standard()).provenance()).isEmpty();
            ImageProvenance read = ImageProvenance.ofAnybody(image, Limits.standard());
            assertThat(read.problems()).isEmpty();
            assertThat(read.provenance().orElseThrow().builder())
                    .isEqualTo("https://ci.example.org/builders/1");
        }
        assertThat(scan(name).description().base()).isEmpty();
    }

    @Test
    void aCopyWithoutTheAttestationIsNoProblem() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>(AttestedImages.members("max.tar"));
        files.values()
                .removeIf(each ->
                        new String(each, StandardCharsets.UTF_8)
                                .contains("\"in-toto.io/predicate-type\""));
        Path layout = OciLayouts.write(files, folder.resolve("l"));
        ScannedTarget target = read("oci-dir:" + layout, Images.options(Optional.empty()));
        assertThat(target.description().base()).isEmpty();
        assertThat(target.inventory().problems()).isEmpty();
    }

    @Test
    void imagesWithoutAManifestHaveNoDocument() {
        assertThat(Attachments.NONE.digests()).isEmpty();
        assertThatThrownBy(() -> Attachments.NONE.document(ImageBuilder.digest(new byte[0])))
                .isInstanceOf(ImageFormatException.class);
    }
}
