package io.plimsoll.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.attest.signature.SignatureCheck;
import io.plimsoll.attest.signature.SignatureCheck.Invalid;
import io.plimsoll.attest.signature.SignatureCheck.NotChecked;
import io.plimsoll.attest.signature.SignatureCheck.NotSigned;
import io.plimsoll.attest.signature.SignatureCheck.Signed;
import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.ImageBuilder;
import io.plimsoll.testkit.OciLayouts;
import io.plimsoll.testkit.TarBuilder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Layouts with what cosign put beside an image.
final class ImageSignaturesTest {
    private static final String INDEX =
            ImageBuilder.digest(AttestedImages.file("signed-index.json")).toString();

    @TempDir private Path folder;

    private static List<String> keys() {
        return AttestedImages.KEYS;
    }

    private SignatureCheck archive(String name, String... keys) throws Exception {
        return check("oci-archive:" + AttestedImages.copy(name + ".tar", folder), keys);
    }

    private SignatureCheck check(String target, String... keys) throws Exception {
        List<TrustedKey> trusted = new ArrayList<>();
        for (String key : keys) {
            trusted.addAll(TrustedKey.read(AttestedImages.copy(key + ".pub", folder)));
        }
        return ImageSignatures.check(
                Target.parse(target), trusted, Images.options(Optional.empty()), Progress.SILENT);
    }

    private static Map<String, byte[]> signed() {
        return new LinkedHashMap<>(AttestedImages.members("signed-p256.tar"));
    }

    private SignatureCheck layout(Map<String, byte[]> files, String key) throws Exception {
        return check("oci-dir:" + OciLayouts.write(files, folder.resolve("layout")), key);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void aLayoutWithTagsIsChecked(String key) throws Exception {
        for (String image : List.of("signed-" + key, "signed-all")) {
            assertThat(archive(image, key))
                    .isInstanceOfSatisfying(
                            Signed.class,
                            each -> {
                                assertThat(each.digest()).hasToString(INDEX);
                                assertThat(each.key()).endsWith(key + ".pub");
                            });
        }
    }

    @Test
    void aLayoutThatCosignSavedIsChecked() throws Exception {
        assertThat(archive("saved", "p256")).isInstanceOf(Signed.class);
        assertThat(archive("saved", "rsa")).isInstanceOf(Invalid.class);
    }

    /// Without the tag of cosign 2 the bundle of cosign 3 is left, and the other way round.
    @Test
    void eachFormIsEnough() throws Exception {
        for (String gone : List.of("simplesigning", "dev.sigstore.bundle")) {
            Map<String, byte[]> files = signed();
            files.entrySet()
                    .removeIf(each ->
                            each.getKey().startsWith("blobs/")
                                    && text(each.getValue()).contains(gone)
                                    && text(each.getValue()).contains("\"layers\""));
            assertThat(files).hasSize(signed().size() - 1);
            assertThat(layout(files, "p256")).isInstanceOf(Signed.class);
        }
    }

    @Test
    void anImageBesideWhichNothingLiesIsNotSigned() throws Exception {
        assertThat(archive("max", "p256")).isEqualTo(new NotSigned());
    }

    /// A key that has signed how the image was built has not signed the image.
    @Test
    void attestationsAreNoSignatures() throws Exception {
        assertThat(archive("attested-cosign2", "p256")).isEqualTo(new NotSigned());
        assertThat(archive("attested-cosign3", "p256")).isEqualTo(new NotSigned());
    }

    @Test
    void aPayloadThatWasAlteredIsSaid() throws Exception {
        Map<String, byte[]> files = signed();
        files.replaceAll((path, content) ->
                text(content).contains("cosign container image signature")
                                || text(content).contains("dsseEnvelope")
                        ? new byte[content.length]
                        : content);
        assertThat(layout(files, "p256"))
                .isInstanceOfSatisfying(
                        Invalid.class,
                        each ->
                                assertThat(each.why())
                                        .contains("a signature cannot be read")
                                        .contains("was altered"));
    }

    /// Whoever puts another image under the tag cannot take the signature along.
    @Test
    void aSignatureOfAnotherImageIsNone() throws Exception {
        Map<String, byte[]> files = signed();
        OciLayouts other = new OciLayouts();
        other.add(new ImageBuilder().layer(new TarBuilder().file("a", "b")).tag("1"));
        Map<String, byte[]> forged = new LinkedHashMap<>(files);
        forged.putAll(other.files());
        String beside = text(files.getOrDefault("index.json", new byte[0]));
        String image = text(other.files().getOrDefault("index.json", new byte[0]));
        String digest = image.replaceFirst("(?s).*sha256:([0-9a-f]{64}).*", "$1");
        String tag = INDEX.replace("sha256:", "sha256-") + ".sig";
        int at = beside.lastIndexOf("{\"mediaType\"", beside.indexOf(tag));
        String signature =
                beside.substring(at, beside.indexOf("}}", at) + 2)
                        .replace(tag, "sha256-" + digest + ".sig");
        forged.put("index.json", bytes(image.replace("]}", "," + signature + "]}")));
        assertThat(layout(forged, "p256"))
                .isEqualTo(new Invalid("a signature is of another image"));
    }

    @Test
    void signaturesAreNoImages() throws Exception {
        for (String image : List.of("signed-p256", "saved")) {
            ScannedTarget target =
                    new Scanner(Images.options(Optional.empty()), Progress.SILENT)
                            .read(
                                    Target.parse(
                                            "oci-archive:"
                                                    + AttestedImages.copy(image + ".tar", folder)));
            assertThat(target.description().layers()).hasSize(4);
            assertThat(target.inventory().problems()).isEmpty();
        }
    }

    /// Docker saves a layout beside its own list of layers; both are one image then.
    @Test
    void anArchiveOfDockerWithALayoutIsCheckedToo() throws Exception {
        Map<String, byte[]> files = signed();
        String manifest =
                files.values().stream()
                        .map(ImageSignaturesTest::text)
                        .filter(each ->
                                each.contains("image.config.v1+json")
                                        && each.contains("image.layer.v1.tar+gzip"))
                        .findFirst()
                        .orElseThrow();
        JsonObject read = Json.parse(bytes(manifest)).asObject();
        String layers =
                read.objects("layers").stream()
                        .map(each -> "\"" + path(each) + "\"")
                        .collect(Collectors.joining(","));
        files.put(
                "manifest.json",
                bytes(
                        "[{\"Config\":\"%s\",\"RepoTags\":[\"app:1\"],\"Layers\":[%s]}]"
                                .formatted(path(read.object("config")), layers)));
        Path archive = Files.write(folder.resolve("docker.tar"), TarBuilder.of(files));
        assertThat(check("docker-archive:" + archive, "p256")).isInstanceOf(Signed.class);
        ScannedTarget target =
                new Scanner(Images.options(Optional.empty()), Progress.SILENT)
                        .read(Target.parse("docker-archive:" + archive));
        assertThat(target.description().base().orElseThrow().how())
                .isEqualTo("provenance (BuildKit, SLSA v1)");
    }

    private static String path(JsonObject descriptor) {
        return "blobs/" + descriptor.text("digest").replace(':', '/');
    }

    @Test
    void whatHasNoManifestCannotBeSigned() throws Exception {
        Path archive = Images.write(folder.resolve("image.tar"), new TarBuilder().file("a", "b"));
        assertThat(check("docker-archive:" + archive, "p256"))
                .isInstanceOfSatisfying(
                        NotChecked.class,
                        each ->
                                assertThat(each.why())
                                        .startsWith("docker-archive: has no manifest"));
        assertThatThrownBy(() -> check("sbom:bom.json", "p256"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no image; only images are signed");
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
