package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Origin;
import io.plimsoll.model.Problem;
import io.plimsoll.model.SourceLine;
import io.plimsoll.model.TargetDescription.LayerSummary;
import io.plimsoll.testkit.DockerArchives;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.TarBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaseFindingTest {
    @TempDir private Path folder;

    private Path image;
    private Path dockerfile;

    @BeforeEach
    void build() throws IOException {
        ImageBuilder builder = new ImageBuilder();
        builder.layer(
                new TarBuilder()
                        .file("var/lib/dpkg/status", Images.status("bash 5.2-1"))
                        .file("opt/node_modules/b/package.json", Images.npm("b", "1.0.0"))
                        .build(),
                "/bin/sh -c #(nop) ADD file:12 in / ");
        builder.layer(
                new TarBuilder()
                        .file("var/lib/dpkg/status", Images.status("bash 5.2-1", "curl 7.88-1"))
                        .build(),
                "RUN /bin/sh -c apt-get install curl # buildkit");
        builder.layer(
                new TarBuilder()
                        .file("app/node_modules/a/package.json", Images.npm("a", "1.0.0"))
                        .file("srv/node_modules/b/package.json", Images.npm("b", "1.0.0"))
                        .build(),
                "COPY node_modules /app/node_modules # buildkit");
        image =
                Files.write(
                        folder.resolve("image.tar"),
                        TarBuilder.of(DockerArchives.manifest(builder)));
        dockerfile = folder.resolve("Dockerfile");
        write(
                "ARG V\nFROM debian:$V\nRUN apt-get install curl\nCOPY node_modules /app/node_modules\n");
    }

    private void write(String text) throws IOException {
        Files.writeString(dockerfile, text);
    }

    private ScannedTarget read(Map<String, String> arguments) throws Exception {
        DockerfileOption option = new DockerfileOption(dockerfile, arguments, Optional.empty());
        return new Scanner(
                        Images.options(Optional.empty()).withDockerfile(Optional.of(option)),
                        Progress.SILENT)
                .read(Target.parse("docker-archive:" + image));
    }

    @Test
    void packagesAndLayersKnowWhoBroughtThem() throws Exception {
        ScannedTarget target = read(Map.of("V", "12"));
        assertThat(Images.named(target, "bash").origin()).isEqualTo(Origin.BASE);
        assertThat(Images.named(target, "curl").origin()).isEqualTo(Origin.OWN);
        assertThat(Images.named(target, "a").origin()).isEqualTo(Origin.OWN);
        assertThat(target.description().layers().getLast().source())
                .contains(
                        new SourceLine(
                                dockerfile.toString(), 4, "COPY node_modules /app/node_modules"));
        assertThat(target.description().base().orElseThrow().reference()).isEqualTo("debian:12");
        assertThat(target.inventory().problems()).isEmpty();
    }

    @Test
    void aPackageOfBothIsNotTheBaseImagesAlone() throws Exception {
        ScannedTarget target = read(Map.of("V", "12"));
        assertThat(Images.named(target, "b").locations()).hasSize(2);
        assertThat(Images.named(target, "b").origin()).isEqualTo(Origin.OWN);
    }

    @Test
    void anotherDockerfileLeavesAllUnknownAndSaysSo() throws Exception {
        write("FROM debian:12\nRUN make\n");
        ScannedTarget target = read(Map.of());
        assertThat(target.description().layers())
                .extracting(LayerSummary::origin)
                .containsOnly(Origin.UNKNOWN);
        assertThat(target.inventory().problems())
                .extracting(Problem::reason)
                .singleElement()
                .asString()
                .contains("'RUN make'");
        assertThat(target.complete()).isTrue();
    }

    @Test
    void withoutADockerfileNothingIsGuessed() throws Exception {
        ScannedTarget target = Images.read("docker-archive:" + image);
        assertThat(target.description().base()).isEmpty();
        assertThat(Images.named(target, "bash").origin()).isEqualTo(Origin.UNKNOWN);
    }

    @Test
    void aDockerfileThatIsNotThereIsTheCallersMistake() throws IOException {
        Files.delete(dockerfile);
        assertThatThrownBy(() -> read(Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(dockerfile.toString());
    }

    @Test
    void whatHasNoLayersHasNoDockerfile() {
        DockerfileOption option = new DockerfileOption(dockerfile, Map.of(), Optional.empty());
        assertThatThrownBy(() ->
                        new Scanner(
                                        Images.options(Optional.empty())
                                                .withDockerfile(Optional.of(option)),
                                        Progress.SILENT)
                                .read(Target.parse("pkg:npm/a@1.0.0")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("layers");
    }
}
