package io.plimsoll.attest.signature;

import java.io.IOException;
import java.util.Map;

/// A document that may hold a signature.
public interface SignatureDocument {
    /// As the manifest that holds it states it.
    String mediaType();

    /// Of its descriptor: cosign keeps the signature of a payload there.
    Map<String, String> annotations();

    /// Its bytes, which have the digest that the manifest states.
    ///
    /// @throws io.plimsoll.attest.AttestationFormatException if they have not, or are missing or too
    ///     many
    /// @throws IOException if they did not come
    byte[] bytes() throws IOException;
}
