package io.plimsoll.fuzz;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Statement;
import io.plimsoll.attest.provenance.Provenance;
import io.plimsoll.attest.provenance.ProvenanceReader;
import io.plimsoll.attest.signature.SignatureCheck;
import io.plimsoll.attest.signature.SignatureDocument;
import io.plimsoll.attest.signature.Signatures;
import io.plimsoll.attest.signature.Subjects;
import io.plimsoll.attest.signature.TrustedKey;
import io.plimsoll.base.BuiltImage;
import io.plimsoll.base.HistoryEntry;
import io.plimsoll.base.ProvenanceBase;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.testkit.AttestedImages;
import io.plimsoll.testkit.ImageBuilder;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Statements about images, and signatures of them. No key has signed what a fuzzer finds, but for the
/// seeds as they are.
final class AttestationTarget {
    private static final int LAYERS = 4;
    private static final byte[] INDEX = AttestedImages.file("signed-index.json");

    private AttestationTarget() {}

    static void provenance(byte[] input) {
        try {
            Provenance read = ProvenanceReader.read(Statement.read(input, Limits.standard()));
            ProvenanceBase told = ProvenanceBase.of(read, image());
            FuzzTarget.require(told.layers().size() == LAYERS, "another number of layers");
            FuzzTarget.require(
                    told.base().isEmpty() || told.candidates().isEmpty(), "base and candidates");
        } catch (AttestationFormatException documented) {
            said(documented);
        }
    }

    private static BuiltImage image() {
        return new BuiltImage(
                "linux/amd64",
                List.of(
                        new HistoryEntry("ADD rootfs.tar / # buildkit", false),
                        new HistoryEntry("COPY go /etc/extra # buildkit", false),
                        new HistoryEntry("COPY /out/app /usr/bin/app # buildkit", false),
                        new HistoryEntry("COPY app.txt /srv/ # buildkit", false)),
                LAYERS,
                Optional.of(new BuiltImage.Oldest("ADD rootfs.tar /", "", Optional.empty())));
    }

    /// A document of cosign: a payload with a signature of nothing, or a bundle.
    static void signature(byte[] input) throws IOException {
        List<TrustedKey> keys =
                TrustedKey.read(Scratch.write("p256.pub", AttestedImages.file("p256.pub")));
        for (String type :
                List.of(
                        "application/vnd.dev.cosign.simplesigning.v1+json",
                        "application/vnd.dev.sigstore.bundle.v0.3+json")) {
            Document document =
                    new Document(type, Map.of("dev.cosignproject.cosign/signature", "AAAA"), input);
            SignatureCheck check =
                    new Signatures(keys, Limits.standard()).check(List.of(document), new Index());
            if (check instanceof SignatureCheck.Invalid(String why)) {
                FuzzTarget.shown(why);
                FuzzTarget.require(why.length() < 2_000, "a reason of " + why.length());
            }
        }
    }

    private static void said(AttestationFormatException error) {
        String message = String.valueOf(error.getMessage());
        FuzzTarget.shown(message);
        FuzzTarget.require(message.length() < 2_000, "a message of " + message.length());
    }

    private static final class Document implements SignatureDocument {
        private final String mediaType;
        private final Map<String, String> annotations;
        private final byte[] bytes;

        Document(String mediaType, Map<String, String> annotations, byte[] bytes) {
            this.mediaType = mediaType;
            this.annotations = annotations;
            this.bytes = bytes;
        }

        @Override
        public String mediaType() {
            return mediaType;
        }

        @Override
        public Map<String, String> annotations() {
            return annotations;
        }

        @Override
        public byte[] bytes() {
            return bytes.clone();
        }
    }

    private static final class Index implements Subjects {
        @Override
        public List<Digest> digests() {
            return List.of(ImageBuilder.digest(INDEX));
        }

        @Override
        public byte[] document(Digest digest) {
            return INDEX.clone();
        }
    }
}
