package io.plimsoll.attest;

import io.plimsoll.json.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/// A DSSE envelope: a payload, and signatures of it that nobody has checked yet.
///
/// Source: DSSE 1.0.2, `envelope.md` and `protocol.md`; Sigstore's bundle 0.3, member `dsseEnvelope`.
public final class Envelope {
    private final String payloadType;
    private final byte[] payload;
    private final List<byte[]> signatures;

    private Envelope(String payloadType, byte[] payload, List<byte[]> signatures) {
        this.payloadType = payloadType;
        this.payload = payload;
        this.signatures = signatures;
    }

    /// Whether a document is an envelope, or a bundle around one.
    public static boolean isEnvelope(JsonObject document) {
        return document.has("dsseEnvelope")
                || (document.has("payload") && document.has("payloadType"));
    }

    /// Reads an envelope, or the one of a bundle.
    ///
    /// @throws AttestationFormatException if its payload or a signature is no Base64
    public static Envelope read(JsonObject document) throws AttestationFormatException {
        JsonObject envelope =
                document.has("dsseEnvelope") ? document.object("dsseEnvelope") : document;
        List<byte[]> signatures = new ArrayList<>();
        for (JsonObject each : envelope.objects("signatures")) {
            signatures.add(base64(each, "sig"));
        }
        return new Envelope(envelope.text("payloadType"), base64(envelope, "payload"), signatures);
    }

    /// The bytes of a member in Base64, in either alphabet.
    ///
    /// @throws AttestationFormatException if it is no Base64
    public static byte[] base64(JsonObject holder, String member)
            throws AttestationFormatException {
        try {
            String text = holder.text(member).replace('-', '+').replace('_', '/');
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException noBase64) {
            throw new AttestationFormatException(
                    "has a \"" + member + "\" that is no Base64: " + noBase64.getMessage(),
                    noBase64);
        }
    }

    /// The media type of the payload, such as `application/vnd.in-toto+json`.
    public String payloadType() {
        return payloadType;
    }

    public byte[] payload() {
        return payload.clone();
    }

    /// The signatures, in the order of the envelope.
    public List<byte[]> signatures() {
        return signatures.stream().map(byte[]::clone).toList();
    }

    /// What the signatures are of: type and payload, each behind its length.
    public byte[] signedBytes() {
        byte[] type = payloadType.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(payload.length + 64);
        bytes.writeBytes(ascii("DSSEv1 " + type.length + " "));
        bytes.writeBytes(type);
        bytes.writeBytes(ascii(" " + payload.length + " "));
        bytes.writeBytes(payload);
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
