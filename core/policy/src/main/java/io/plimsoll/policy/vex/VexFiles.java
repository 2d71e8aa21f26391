package io.plimsoll.policy.vex;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.policy.subject.PolicyFormatException;

/// Reads VEX documents, told apart by what is in them.
public final class VexFiles {
    /// Bytes of a document.
    public static final int MAX_BYTES = 128 * 1024 * 1024;

    private static final int DEPTH = 100;
    private static final long MAX_TOKENS = 4_000_000;

    private VexFiles() {}

    /// Reads a document.
    ///
    /// @param file its name, for messages
    /// @throws PolicyFormatException if it is no VEX document, or goes beyond a bound
    public static VexDocument read(String file, byte[] bytes) {
        JsonValue root;
        try {
            root = Json.parse(bytes, DEPTH, MAX_TOKENS);
        } catch (JsonFormatException broken) {
            throw new PolicyFormatException(
                    file + " is no VEX document: " + broken.getMessage(), broken);
        }
        JsonObject document = root.asObject();
        if (OpenVex.isOne(document)) {
            return OpenVex.read(file, document);
        }
        if (Csaf.isOne(document)) {
            return Csaf.read(file, document);
        }
        if (CycloneDxVex.isOne(document)) {
            return CycloneDxVex.read(file, document);
        }
        throw new PolicyFormatException(
                file
                        + " is no VEX document that is known: OpenVEX has an '@context', CSAF a"
                        + " 'document', CycloneDX a 'bomFormat'");
    }
}
