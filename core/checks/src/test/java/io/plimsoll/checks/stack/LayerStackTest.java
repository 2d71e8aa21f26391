package io.plimsoll.checks.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.plimsoll.checks.facts.LayerExaminer;
import io.plimsoll.checks.facts.LayerFacts;
import io.plimsoll.checks.secrets.Samples;
import io.plimsoll.checks.secrets.SecretDetector;
import io.plimsoll.image.Image;
import io.plimsoll.image.Layer;
import io.plimsoll.image.OpenOptions;
import io.plimsoll.image.source.ImageSources;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerStackTest {
    @TempDir Path folder;

    @Test
    void theLowestLayerAboveDecidesWhatBecomesOfAFile() throws Exception {
        LayerStack stack =
                stack(
                        new TarBuilder()
                                .file("a", secret())
                                .file("b/c", secret())
                                .file("d", secret()),
                        new TarBuilder().file("a", "harmless").whiteout("b"),
                        new TarBuilder().whiteout("a").file("b/c", "back"));
        assertThat(stack.secrets())
                .extracting(each -> each.secret().path() + each.fate().words())
                .containsExactly(
                        "/a, replaced in layer 2, still in the image",
                        "/b/c, deleted in layer 2, still in the image",
                        "/d");
    }

    @Test
    void opaqueFoldersAndFilesInPlaceOfFoldersDelete() throws Exception {
        LayerStack stack =
                stack(
                        new TarBuilder().file("a/b", secret()).file("c/d", secret()),
                        new TarBuilder().opaque("a").file("c", "a file"));
        assertThat(stack.secrets())
                .extracting(each -> each.fate().kind())
                .containsOnly(Fate.Kind.DELETED);
    }

    /// By the formula of dive: 10 of /a, 0 of /b, 20 of /c, of 30 + 40 + 20.
    @Test
    void efficiencyIsTheShareOfTheSmallestSizes() throws Exception {
        LayerStack stack =
                stack(
                        new TarBuilder().file("a", new byte[10]).file("b", new byte[40]),
                        new TarBuilder().file("a", new byte[20]).file("c", new byte[20]),
                        new TarBuilder().whiteout("b"));
        assertThat(stack.bytes()).isEqualTo(90);
        assertThat(stack.wastedBytes()).isEqualTo(50);
        assertThat(stack.wastedBytes(0)).isEqualTo(50);
        assertThat(stack.bytes(1)).isEqualTo(40);
        assertThat(stack.efficiency()).isCloseTo(30.0 / 90, within(1e-9));
        assertThat(stack.worst())
                .extracting(each -> each.path() + " " + each.bytes() + " " + each.deleted())
                .containsExactly("/b 40 true", "/a 10 false");
    }

    @Test
    void anEmptyImageWastesNothing() {
        LayerStack stack = new LayerStack(List.of());
        assertThat(stack.efficiency()).isEqualTo(1);
        assertThat(stack.worst()).isEmpty();
    }

    @Test
    void cachesOfALayerAreSummedUpByFolder() throws Exception {
        LayerStack stack =
                stack(
                        new TarBuilder()
                                .file("root/.cache/pip/a", new byte[5])
                                .file("root/.cache/pip/b/c", new byte[6])
                                .file("home/x/.cache/pip/d", new byte[7]));
        assertThat(stack.notable(NotableKind.CACHE))
                .extracting(each -> each.path() + " " + each.size())
                .containsExactly("/home/x/.cache/pip 7", "/root/.cache/pip 11");
    }

    private static byte[] secret() {
        return Samples.of("github-token").getBytes(StandardCharsets.UTF_8);
    }

    private LayerStack stack(TarBuilder... layers) throws Exception {
        ImageBuilder builder = new ImageBuilder();
        List.of(layers).forEach(builder::layer);
        Path file = folder.resolve("image.tar");
        Files.write(file, TarBuilder.of(DockerArchives.manifest(builder)));
        List<LayerFacts> facts = new ArrayList<>();
        try (Image image = ImageSources.open("docker-archive", file, OpenOptions.standard())) {
            for (Layer layer : image.layers()) {
                // What the one behind reads is searched all the same, and only once.
                LayerExaminer examiner =
                        new LayerExaminer(
                                SecretDetector.standard(),
                                Limits.standard(),
                                entry -> entry.stream().readNBytes(7));
                layer.read(examiner, bytes -> {});
                facts.add(examiner.facts());
            }
        }
        return new LayerStack(facts);
    }
}
