package io.plimsoll.attest.signature;

import io.plimsoll.model.Digest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a document turned out to be.
sealed interface Claim {
    /// Signatures of one envelope that are tried; Sigstore's have one.
    int MOST = 8;

    /// A signature.
    final class Signature implements Claim {
        private final Map<Digest, byte[]> contents;
        private final List<byte[]> signatures;
        private final Map<String, String> claims;

        /// @param contents what may be signed, by the manifest or index that it is about; none where it
        ///     is about another image
        /// @param signatures one that counts is enough
        /// @param claims what else the signer says
        Signature(
                Map<Digest, byte[]> contents, List<byte[]> signatures, Map<String, String> claims) {
            this.contents = Collections.unmodifiableMap(new LinkedHashMap<>(contents));
            this.signatures = List.copyOf(signatures);
            this.claims = Map.copyOf(claims);
        }

        /// What a key has signed of the image.
        Optional<Digest> signedBy(TrustedKey key) {
            for (Map.Entry<Digest, byte[]> each : contents.entrySet()) {
                if (signatures.stream()
                        .limit(MOST)
                        .anyMatch(signature -> key.hasSigned(each.getValue(), signature))) {
                    return Optional.of(each.getKey());
                }
            }
            return Optional.empty();
        }

        boolean isOfAnother() {
            return contents.isEmpty();
        }

        Map<String, String> claims() {
            return claims;
        }
    }

    /// The content for each of the stated digests that is one of the subjects.
    static Map<Digest, byte[]> contents(List<Digest> stated, byte[] content, Subjects subjects) {
        Map<Digest, byte[]> contents = new LinkedHashMap<>();
        stated.stream()
                .filter(subjects.digests()::contains)
                .forEach(each -> contents.put(each, content));
        return contents;
    }

    /// A signature by a certificate, which no key can check.
    record ByCertificate() implements Claim {}

    /// Something else, such as a bill of materials.
    record Other() implements Claim {}
}
