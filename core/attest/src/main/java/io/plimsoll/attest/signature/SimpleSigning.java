package io.plimsoll.attest.signature;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Statement;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Printable;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Reads the payloads that cosign signs, with the signature as an annotation.
///
/// Source: cosign, `specs/SIGNATURE_SPEC.md`; Sigstore, `signature/payload`.
final class SimpleSigning {
    static final String MEDIA_TYPE = "application/vnd.dev.cosign.simplesigning.v1+json";

    private static final String SIGNATURE = "dev.cosignproject.cosign/signature";
    private static final String CERTIFICATE = "dev.sigstore.cosign/certificate";
    private static final String TYPE = "cosign container image signature";
    private static final int SHOWN = 200;

    private SimpleSigning() {}

    /// @throws AttestationFormatException if it is no such payload
    static Claim read(
            byte[] payload, Map<String, String> annotations, Subjects subjects, Limits limits)
            throws AttestationFormatException {
        if (!annotations.getOrDefault(CERTIFICATE, "").isEmpty()) {
            return new Claim.ByCertificate();
        }
        JsonObject document = Statement.json(payload, limits);
        JsonObject critical = document.object("critical");
        if (!critical.text("type").equals(TYPE)) {
            throw new AttestationFormatException(
                    "has the type \""
                            + Printable.beginning(critical.text("type"), SHOWN)
                            + "\", not \""
                            + TYPE
                            + "\"");
        }
        String digest = critical.object("image").text("docker-manifest-digest");
        return new Claim.Signature(
                Claim.contents(Digest.tryParse(digest).stream().toList(), payload, subjects),
                List.of(signature(annotations)),
                claims(critical, document.object("optional")));
    }

    private static byte[] signature(Map<String, String> annotations)
            throws AttestationFormatException {
        try {
            return Base64.getDecoder().decode(annotations.getOrDefault(SIGNATURE, ""));
        } catch (IllegalArgumentException noBase64) {
            throw new AttestationFormatException(
                    "has an annotation \"" + SIGNATURE + "\" that is no Base64", noBase64);
        }
    }

    private static Map<String, String> claims(JsonObject critical, JsonObject optional) {
        Map<String, String> claims = new TreeMap<>();
        for (Map.Entry<String, JsonValue> each : optional.members().entrySet()) {
            put(each.getKey(), each.getValue().asText(), claims);
        }
        put("docker-reference", critical.object("identity").text("docker-reference"), claims);
        return claims;
    }

    private static void put(String name, String value, Map<String, String> claims) {
        if (!value.isEmpty()) {
            claims.put(Printable.beginning(name, SHOWN), Printable.beginning(value, SHOWN));
        }
    }
}
