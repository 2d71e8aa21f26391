package io.plimsoll.attest.signature;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Envelope;
import io.plimsoll.attest.Statement;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads Sigstore's bundles: an envelope around a statement, or a signature of the manifest itself.
///
/// Source: Sigstore, `protobuf-specs`, `sigstore_bundle.proto` 0.3 and `sigstore_common.proto`; the
/// statement of cosign 3, `https://sigstore.dev/cosign/sign/v1`.
final class Bundle {
    private static final String MEDIA_TYPE = "application/vnd.dev.sigstore.bundle";

    /// A statement that says nothing but that its subject is signed. Others may say that it is bad.
    private static final String SIGNED = "https://sigstore.dev/cosign/sign/v1";

    private Bundle() {}

    static boolean isBundle(String mediaType) {
        return mediaType.startsWith(MEDIA_TYPE);
    }

    /// @throws AttestationFormatException if it is no bundle
    /// @throws IOException if the manifest that is signed did not come
    static Claim read(byte[] bytes, Subjects subjects, Limits limits) throws IOException {
        JsonObject bundle = Statement.json(bytes, limits);
        if (bundle.has("dsseEnvelope")) {
            return envelope(bundle, subjects, limits);
        }
        if (bundle.has("messageSignature")) {
            return message(bundle, subjects);
        }
        throw new AttestationFormatException(
                "is a bundle of neither \"dsseEnvelope\" nor \"messageSignature\"");
    }

    private static Claim envelope(JsonObject bundle, Subjects subjects, Limits limits)
            throws AttestationFormatException {
        Envelope envelope = Envelope.read(bundle);
        if (!envelope.payloadType().equals("application/vnd.in-toto+json")) {
            return new Claim.Other();
        }
        Statement statement = Statement.of(Statement.json(envelope.payload(), limits));
        if (!statement.predicateType().equals(SIGNED)) {
            return new Claim.Other();
        }
        return isByCertificate(bundle)
                ? new Claim.ByCertificate()
                : new Claim.Signature(
                        Claim.contents(statement.subjects(), envelope.signedBytes(), subjects),
                        envelope.signatures(),
                        Map.of());
    }

    private static Claim message(JsonObject bundle, Subjects subjects) throws IOException {
        if (isByCertificate(bundle)) {
            return new Claim.ByCertificate();
        }
        JsonObject message = bundle.object("messageSignature");
        Map<Digest, byte[]> contents = new LinkedHashMap<>();
        for (Digest each : subjects.digests()) {
            byte[] document = subjects.document(each);
            if (mayBeOf(document, message.object("messageDigest"))) {
                contents.put(each, document);
            }
        }
        byte[] signature = Envelope.base64(message, "signature");
        return new Claim.Signature(contents, List.of(signature), Map.of());
    }

    /// The digest is a hint, and signatures by Ed25519 have none: the signature itself tells.
    private static boolean mayBeOf(byte[] document, JsonObject hint)
            throws AttestationFormatException {
        String algorithm =
                switch (hint.text("algorithm")) {
                    case "SHA2_256" -> "SHA-256";
                    case "SHA2_384" -> "SHA-384";
                    case "SHA2_512" -> "SHA-512";
                    default -> "";
                };
        try {
            return algorithm.isEmpty()
                    || MessageDigest.isEqual(
                            MessageDigest.getInstance(algorithm).digest(document),
                            Envelope.base64(hint, "digest"));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has " + algorithm, impossible);
        }
    }

    private static boolean isByCertificate(JsonObject bundle) {
        JsonObject material = bundle.object("verificationMaterial");
        return material.has("certificate") || material.has("x509CertificateChain");
    }
}
