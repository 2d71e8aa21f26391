package io.plimsoll.attest;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Digest;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import io.plimsoll.model.Printable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An in-toto statement: what is said (the predicate) of what (the subjects).
///
/// Source: in-toto attestation framework 1, `spec/v1/statement.md`; version 0.1 differs in nothing
/// that is read here.
///
/// @param predicateType such as `https://slsa.dev/provenance/v1`
/// @param subjects digests of what it is about, of algorithms that images use
/// @param predicate empty where the statement has none that is an object
public record Statement(String predicateType, List<Digest> subjects, JsonObject predicate) {
    /// Media type of a statement that nobody has signed.
    public static final String MEDIA_TYPE = "application/vnd.in-toto+json";

    /// Names, values and brackets of a document of {@link Limit#MANIFEST_SIZE}, in some 100 MB.
    private static final long MAX_TOKENS = 1_000_000;

    /// Envelopes around one another.
    private static final int MOST_ENVELOPES = 2;

    public Statement {
        subjects = List.copyOf(subjects);
    }

    /// Reads a statement, or takes it out of its envelopes without checking a signature. The caller
    /// bounds the size of the document.
    ///
    /// @throws AttestationFormatException if it is none
    public static Statement read(byte[] bytes, Limits limits) throws AttestationFormatException {
        JsonObject document = json(bytes, limits);
        for (int envelopes = 0; Envelope.isEnvelope(document); envelopes++) {
            if (envelopes == MOST_ENVELOPES) {
                throw new AttestationFormatException(
                        "has more than " + MOST_ENVELOPES + " envelopes around one another");
            }
            document = json(Envelope.read(document).payload(), limits);
        }
        return of(document);
    }

    /// A statement whose document was read already.
    ///
    /// @throws AttestationFormatException if it is none
    public static Statement of(JsonObject document) throws AttestationFormatException {
        String type = document.text("_type");
        if (!type.startsWith("https://in-toto.io/Statement/")) {
            throw new AttestationFormatException(
                    "is no in-toto statement: its \"_type\" is \""
                            + Printable.beginning(type, 200)
                            + "\"");
        }
        List<Digest> subjects = new ArrayList<>();
        for (JsonObject subject : document.objects("subject")) {
            subjects.addAll(digests(subject.object("digest")));
        }
        return new Statement(
                document.text("predicateType"), subjects, document.object("predicate"));
    }

    /// The digests of a digest set, such as `{"sha256": "e3b0…"}`, that images use.
    public static List<Digest> digests(JsonObject set) {
        List<Digest> digests = new ArrayList<>();
        for (Map.Entry<String, JsonValue> each : set.members().entrySet()) {
            Digest.tryParse(each.getKey() + ":" + each.getValue().asText()).ifPresent(digests::add);
        }
        return digests;
    }

    /// Reads the JSON of a statement or an envelope.
    ///
    /// @throws AttestationFormatException if it is none
    public static JsonObject json(byte[] bytes, Limits limits) throws AttestationFormatException {
        try {
            int depth = (int) Math.min(limits.of(Limit.JSON_DEPTH), Integer.MAX_VALUE);
            return Json.parse(bytes, depth, MAX_TOKENS).asObject();
        } catch (JsonFormatException broken) {
            throw new AttestationFormatException(
                    "is no JSON that can be read: " + broken.getMessage(), broken);
        }
    }
}
