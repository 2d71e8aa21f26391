package io.plimsoll.attest.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.signature.SignatureCheck.Invalid;
import io.plimsoll.attest.signature.SignatureCheck.NotChecked;
import io.plimsoll.attest.signature.SignatureCheck.NotSigned;
import io.plimsoll.attest.signature.SignatureCheck.Signed;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.ImageBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Signatures by cosign 2 and 3, with keys of each kind, and what becomes of them when they are changed.
final class SignaturesTest {
    private static final String SIMPLE = "application/vnd.dev.cosign.simplesigning.v1+json";
    private static final String BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
    private static final String ALTERED =
            "a signature is by none of the keys, or of something that was altered since";

    private static final byte[] INDEX = AttestedImages.file("signed-index.json");
    private static final Digest DIGEST = ImageBuilder.digest(INDEX);

    @TempDir private Path folder;

    /// An index, and what is beside it.
    private static final class Image implements Subjects {
        private final byte[] index;

        Image(byte[] index) {
            this.index = index;
        }

        @Override
        public List<Digest> digests() {
            return List.of(ImageBuilder.digest(new byte[] {1}), ImageBuilder.digest(index));
        }

        @Override
        public byte[] document(Digest digest) {
            return digest.equals(digests().getLast()) ? index.clone() : new byte[] {1};
        }
    }

    private record Document(String mediaType, Map<String, String> annotations, Text text)
            implements SignatureDocument {
        private interface Text {
            byte[] bytes() throws IOException;
        }

        @Override
        public byte[] bytes() throws IOException {
            return text.bytes();
        }
    }

    private static List<String> keys() {
        return AttestedImages.KEYS;
    }

    /// What lies beside the image of a key, of one form.
    private static List<Document> beside(String key, String mediaType) throws Exception {
        Map<String, byte[]> members = AttestedImages.members("signed-" + key + ".tar");
        List<Document> found = new ArrayList<>();
        for (byte[] member : members.values()) {
            if (member.length == 0 || member[0] != '{') {
                continue;
            }
            for (JsonObject layer : Json.parse(member).asObject().objects("layers")) {
                if (layer.text("mediaType").equals(mediaType)) {
                    Map<String, String> annotations = new HashMap<>();
                    layer.object("annotations")
                            .members()
                            .forEach((name, value) -> annotations.put(name, value.asText()));
                    String blob = "blobs/" + layer.text("digest").replace(':', '/');
                    byte[] content = members.getOrDefault(blob, new byte[0]);
                    found.add(new Document(mediaType, annotations, content::clone));
                }
            }
        }
        assertThat(found).hasSize(1);
        return found;
    }

    private SignatureCheck check(List<Document> documents, String... keys) throws Exception {
        return check(documents, new Image(INDEX), keys);
    }

    private SignatureCheck check(List<Document> documents, Image image, String... keys)
            throws Exception {
        List<TrustedKey> trusted = new ArrayList<>();
        for (String key : keys) {
            trusted.addAll(TrustedKey.read(AttestedImages.copy(key + ".pub", folder)));
        }
        return new Signatures(trusted, Limits.standard()).check(documents, image);
    }

    private static Document changed(Document from, String what, String by) {
        String text = text(from).replace(what, by);
        assertThat(text).isNotEqualTo(text(from));
        return new Document(from.mediaType(), from.annotations(), () -> bytes(text));
    }

    private static String text(Document document) {
        try {
            return new String(document.bytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void cosignsPayloadsAreChecked(String key) throws Exception {
        assertThat(check(beside(key, SIMPLE), key))
                .isEqualTo(
                        new Signed(
                                folder.resolve(key + ".pub").toString(),
                                DIGEST,
                                Map.of(
                                        "docker-reference",
                                        "localhost:5071/team/" + key,
                                        "team",
                                        key)));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bundlesWithAStatementAreChecked(String key) throws Exception {
        assertThat(check(beside(key, BUNDLE), key))
                .isEqualTo(new Signed(folder.resolve(key + ".pub").toString(), DIGEST, Map.of()));
    }

    @ParameterizedTest
    @MethodSource("keys")
    void bundlesThatSignTheIndexItselfAreChecked(String key) throws Exception {
        byte[] bundle = AttestedImages.file("blob-" + key + ".json");
        List<Document> documents = List.of(new Document(BUNDLE, Map.of(), bundle::clone));
        assertThat(check(documents, key)).isInstanceOf(Signed.class);
        assertThat(check(documents, new Image(bytes("{}")), key)).isInstanceOf(Invalid.class);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void anotherKeysSignatureIsNone(String key) throws Exception {
        String other = key.equals("rsa") ? "p256" : "rsa";
        for (String form : List.of(SIMPLE, BUNDLE)) {
            assertThat(check(beside(key, form), other)).isEqualTo(new Invalid(ALTERED));
            assertThat(check(beside(key, form), other, key)).isInstanceOf(Signed.class);
        }
    }

    @ParameterizedTest
    @MethodSource("keys")
    void whatWasAlteredIsSaid(String key) throws Exception {
        Document simple = beside(key, SIMPLE).getFirst();
        assertThat(check(List.of(changed(simple, "\"team\":\"", "\"team\":\"x")), key))
                .isEqualTo(new Invalid(ALTERED));
        Document bundle = beside(key, BUNDLE).getFirst();
        // A space more in the statement.
        assertThat(check(List.of(changed(bundle, "\"payload\":\"ey", "\"payload\":\"IHsi")), key))
                .isInstanceOf(Invalid.class);
        String signature =
                simple.annotations().getOrDefault("dev.cosignproject.cosign/signature", "");
        Document another =
                new Document(
                        SIMPLE,
                        Map.of(
                                "dev.cosignproject.cosign/signature",
                                "AAAA" + signature.substring(4)),
                        simple.text());
        assertThat(check(List.of(another), key)).isEqualTo(new Invalid(ALTERED));
    }

    @Test
    void aSignatureOfAnotherImageIsNone() throws Exception {
        Image other = new Image(bytes("{}"));
        for (String form : List.of(SIMPLE, BUNDLE)) {
            assertThat(check(beside("p256", form), other, "p256"))
                    .isEqualTo(new Invalid("a signature is of another image"));
        }
    }

    @Test
    void nothingIsNoSignature() throws Exception {
        assertThat(check(List.of(), "p256")).isEqualTo(new NotSigned());
        Document bom = new Document("application/spdx+json", Map.of(), () -> bytes("{}"));
        assertThat(check(List.of(bom), "p256")).isEqualTo(new NotSigned());
    }

    /// Who signs that an image is bad has not signed the image.
    @Test
    void aStatementThatSaysSomethingElseIsNoSignature() throws Exception {
        String statement =
                "{\"_type\":\"https://in-toto.io/Statement/v1\",\"predicateType\":\"https://slsa.dev/v\"}";
        String payload = Base64.getEncoder().encodeToString(bytes(statement));
        Document said =
                new Document(
                        BUNDLE,
                        Map.of(),
                        () ->
                                bytes(
                                        "{\"dsseEnvelope\":{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\""
                                                + payload
                                                + "\",\"signatures\":[{\"sig\":\"AAAA\"}]}}"));
        assertThat(check(List.of(said), "p256")).isEqualTo(new NotSigned());
    }

    @Test
    void certificatesAreNotChecked() throws Exception {
        Document bundle =
                changed(beside("p256", BUNDLE).getFirst(), "\"publicKey\":", "\"certificate\":");
        assertThat(check(List.of(bundle), "p256"))
                .isInstanceOfSatisfying(
                        NotChecked.class, each -> assertThat(each.why()).contains("keyless"));
        Document simple =
                new Document(
                        SIMPLE,
                        Map.of("dev.sigstore.cosign/certificate", "-----BEGIN"),
                        () -> bytes("{}"));
        assertThat(check(List.of(simple), "p256")).isInstanceOf(NotChecked.class);
        assertThat(check(List.of(simple, beside("p256", SIMPLE).getFirst()), "p256"))
                .isInstanceOf(Signed.class);
    }

    @Test
    void whatIsBrokenHindersNoOther() throws Exception {
        List<Document> broken =
                List.of(
                        new Document(SIMPLE, Map.of(), () -> bytes("{")),
                        new Document(SIMPLE, Map.of(), () -> bytes("[]")),
                        new Document(BUNDLE, Map.of(), () -> bytes("{}")),
                        new Document(
                                BUNDLE,
                                Map.of(),
                                () -> {
                                    throw new AttestationFormatException("is missing");
                                }));
        SignatureCheck check = check(broken, "p256");
        assertThat(check)
                .isInstanceOfSatisfying(
                        Invalid.class,
                        each ->
                                assertThat(each.why())
                                        .contains("a signature has the type \"\"")
                                        .contains("a signature is missing")
                                        .contains("a signature is no JSON that can be read")
                                        .contains("neither \"dsseEnvelope\" nor"));
        List<Document> all = new ArrayList<>(broken);
        all.addAll(beside("p256", SIMPLE));
        assertThat(check(all, "p256")).isInstanceOf(Signed.class);
    }

    @Test
    void whatDoesNotComeHindersNoOther() throws Exception {
        Document missing =
                new Document(
                        SIMPLE,
                        Map.of(),
                        () -> {
                            throw new IOException("the registry is away");
                        });
        Document good = beside("p256", SIMPLE).getFirst();
        assertThat(check(List.of(missing, good), "p256")).isInstanceOf(Signed.class);
        assertThatThrownBy(() -> check(List.of(missing, good), "rsa"))
                .isInstanceOf(IOException.class)
                .hasMessage("the registry is away");
    }

    @Test
    void reasonsAreCounted() throws Exception {
        List<Document> many = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            String type = "{\"critical\":{\"type\":\"" + i + "\"}}";
            many.add(new Document(SIMPLE, Map.of(), () -> bytes(type)));
        }
        assertThat(check(many, "p256"))
                .isInstanceOfSatisfying(
                        Invalid.class, each -> assertThat(each.why()).endsWith("; and 4 more"));
    }

    @Test
    void anotherTypeOfPayloadIsNone() throws Exception {
        Document simple =
                changed(
                        beside("p256", SIMPLE).getFirst(),
                        "cosign container image signature",
                        "atomic container signature");
        assertThat(check(List.of(simple), "p256"))
                .isEqualTo(
                        new Invalid(
                                "a signature has the type \"atomic container signature\", not"
                                        + " \"cosign container image signature\""));
    }
}
