package io.plimsoll.sbom;

import io.plimsoll.attest.AttestationFormatException;
import io.plimsoll.attest.Envelope;
import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Takes an SBOM out of what it was signed in: a DSSE envelope around an in-toto statement whose
/// predicate it is. Nothing here checks a signature, and a notice says so.
///
/// Source: in-toto attestation framework 1, `spec/v1/statement.md` and `envelope.md`; DSSE 1.0.0,
/// `envelope.md`; Sigstore's bundle 0.3 (`dsseEnvelope`); cosign's predicates, which wrap a
/// document into `Data`.
final class Attestations {
    /// Envelopes around one another.
    private static final int MOST = 2;

    private static final String UNCHECKED =
            "the SBOM was taken out of an attestation; its signature was not checked";

    private final Limits limits;

    Attestations(Limits limits) {
        this.limits = limits;
    }

    /// Reads the document, or the one inside it.
    ///
    /// @throws SbomFormatException if neither is an SBOM
    Sbom read(JsonObject root) throws SbomFormatException {
        JsonObject inside = root;
        boolean wrapped = false;
        for (int envelopes = 0; Envelope.isEnvelope(inside) || isStatement(inside); ) {
            wrapped = true;
            if (Envelope.isEnvelope(inside)) {
                envelopes++;
                if (envelopes > MOST) {
                    throw new SbomFormatException(
                            "has more than " + MOST + " envelopes around one another");
                }
                inside = payload(inside);
            } else {
                inside = predicate(inside);
            }
        }
        Sbom sbom = Sboms.ofJson(inside);
        return wrapped ? sbom.noticing(List.of(UNCHECKED)) : sbom;
    }

    private static boolean isStatement(JsonObject object) {
        return object.has("predicateType");
    }

    private JsonObject payload(JsonObject envelope) throws SbomFormatException {
        try {
            return parse(Envelope.read(envelope).payload(), "\"payload\"");
        } catch (AttestationFormatException broken) {
            throw new SbomFormatException(String.valueOf(broken.getMessage()), broken);
        }
    }

    private JsonObject parse(byte[] bytes, String member) throws SbomFormatException {
        try {
            return Json.parse(bytes, Sboms.depth(limits), Sboms.MAX_TOKENS).asObject();
        } catch (JsonFormatException broken) {
            throw new SbomFormatException(
                    "has a " + member + " that is no JSON document: " + broken.getMessage(),
                    broken);
        }
    }

    private JsonObject predicate(JsonObject statement) throws SbomFormatException {
        String type = statement.text("predicateType");
        JsonObject predicate = statement.object("predicate");
        JsonValue data = predicate.get("Data").orElse(JsonObject.EMPTY);
        if (data instanceof JsonValue.Text(String text)) {
            return parse(text.getBytes(StandardCharsets.UTF_8), "\"Data\"");
        }
        JsonObject inside = data.asObject().members().isEmpty() ? predicate : data.asObject();
        if (inside.members().isEmpty()) {
            throw new SbomFormatException(
                    "is a statement of type \""
                            + Printable.beginning(type, 200)
                            + "\" whose \"predicate\" is no object");
        }
        // A statement inside a statement would go round without an envelope that counts.
        if (isStatement(inside) || Envelope.isEnvelope(inside)) {
            throw new SbomFormatException("is a statement about another statement");
        }
        return inside;
    }
}
