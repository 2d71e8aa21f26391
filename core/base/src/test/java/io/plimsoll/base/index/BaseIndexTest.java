package io.plimsoll.base.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.model.Digest;
import io.plimsoll.model.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BaseIndexTest {
    @TempDir private Path parent;

    private final List<Problem> problems = new ArrayList<>();

    private BaseIndex index() {
        return new BaseIndex(parent.resolve("bases"), problems::add);
    }

    private IndexedImage add(IndexedImage image) throws IOException {
        return index().add(image, out -> out.write("{}".getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void theChainOfLayersIsThatOfTheSpecification() throws Exception {
        Digest first = Digest.parse("sha256:" + "11".repeat(32));
        Digest second = Digest.parse("sha256:" + "22".repeat(32));
        byte[] text = (first + " " + second).getBytes(StandardCharsets.US_ASCII);
        byte[] sum = java.security.MessageDigest.getInstance("SHA-256").digest(text);
        assertThat(ChainIds.of(List.of(first, second)))
                .containsExactly(first, Digest.ofSha256(sum));
        assertThat(ChainIds.of(List.of())).isEmpty();
    }

    @Test
    void whatWasAddedIsFoundByItsLayers() throws IOException {
        IndexedImage image = IndexedImages.of("debian:12", 1, "debian", "12");
        assertThat(index().isThere()).isFalse();
        assertThat(index().all()).isEmpty();
        add(image);
        assertThat(index().find(image.chain())).contains(image);
        assertThat(index().packages(image)).hasContent("{}");
        assertThat(index().all()).containsExactly(image);
    }

    @Test
    void anotherNameOfTheSameLayersJoinsTheFirst() throws IOException {
        IndexedImage image = IndexedImages.of("debian:12", 1, "debian", "12");
        add(image);
        IndexedImage whole = add(image.named(List.of("debian:bookworm"), List.of("ours")));
        assertThat(whole.names()).containsExactly("debian:bookworm", "debian:12");
        assertThat(index().all()).containsExactly(whole);
        assertThat(whole.families()).containsExactly("ours");
        assertThat(index().remove("debian:12")).isEqualTo(1);
        assertThat(index().all())
                .extracting(IndexedImage::names)
                .containsExactly(List.of("debian:bookworm"));
        assertThat(index().remove("debian:bookworm")).isEqualTo(1);
        assertThat(index().remove("debian:bookworm")).isZero();
        try (Stream<Path> left = Files.list(parent.resolve("bases"))) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void aDamagedEntryIsAProblemAndHidesNoOther() throws IOException {
        IndexedImage image = IndexedImages.of("debian:12", 1, "debian", "12");
        add(image);
        Files.writeString(parent.resolve("bases").resolve("ab.json"), "{\"schema\": 1");
        Files.writeString(parent.resolve("bases").resolve("cd.json"), "{\"schema\": \"other\"}");
        assertThat(index().all()).containsExactly(image);
        assertThat(problems).hasSize(2);
        assertThat(problems).allMatch(each -> each.reason().contains("index the image again"));
    }

    @Test
    void anImageWithoutLayersIsNoBase() {
        IndexedImage image = IndexedImages.of("debian:12", 1, "debian", "12");
        assertThatThrownBy(() ->
                        new IndexedImage(
                                image.names(),
                                List.of(),
                                image.imageId(),
                                List.of(),
                                "",
                                image.created(),
                                0,
                                List.of(),
                                List.of(),
                                image.distribution(),
                                0,
                                image.indexed(),
                                Optional.empty()))
                .hasMessageContaining("'debian:12' has no layers");
    }
}
