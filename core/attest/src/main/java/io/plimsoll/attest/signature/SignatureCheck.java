package io.plimsoll.attest.signature;

import io.plimsoll.model.Digest;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// Whether an image is signed by one of the keys that count.
public sealed interface SignatureCheck {
    /// It is.
    ///
    /// @param key name of the key's file
    /// @param digest of the image's manifest or index, which was signed
    /// @param claims what else the signer says, such as `docker-reference`; sorted
    record Signed(String key, Digest digest, Map<String, String> claims) implements SignatureCheck {
        public Signed {
            claims = Collections.unmodifiableSortedMap(new TreeMap<>(claims));
        }
    }

    /// There is no signature.
    record NotSigned() implements SignatureCheck {}

    /// There are signatures, and none of them counts.
    ///
    /// @param why one sentence
    record Invalid(String why) implements SignatureCheck {}

    /// It cannot be told by keys, or not of this target.
    ///
    /// @param why one sentence
    record NotChecked(String why) implements SignatureCheck {}
}
