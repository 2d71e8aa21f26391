package io.plimsoll.attest.signature;

import io.plimsoll.net.PublicKeys;
import io.plimsoll.net.UnusableFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.EdDSAParameterSpec;
import java.util.List;

/// A public key whose signatures count.
///
/// @param name of its file, for people
/// @param key EC, RSA or Ed25519
public record TrustedKey(String name, PublicKey key) {
    private static final int P384 = 384;

    /// The keys of a file in PEM.
    ///
    /// @throws UnusableFileException if it holds none, or one that cannot be used
    public static List<TrustedKey> read(Path file) throws UnusableFileException {
        return PublicKeys.read(file).stream()
                .map(key -> new TrustedKey(file.toString(), key))
                .toList();
    }

    /// Whether a signature is of these bytes and by this key. What is no signature at all is none of
    /// them either.
    public boolean hasSigned(byte[] bytes, byte[] signature) {
        for (String algorithm : algorithms()) {
            if (verifies(algorithm, false, bytes, signature)) {
                return true;
            }
        }
        return algorithms().contains("Ed25519") && verifies("Ed25519", true, bytes, signature);
    }

    /// Sigstore takes the hash of the curve's length; cosign 2 took SHA-256 with every key.
    ///
    /// Source: Sigstore, "Algorithm Registry"; cosign 2, `pkg/signature/keys.go`.
    private List<String> algorithms() {
        return switch (key) {
            case ECPublicKey ec -> {
                int bits = ec.getParams().getOrder().bitLength();
                yield bits < P384
                        ? List.of("SHA256withECDSA")
                        : List.of(
                                bits == P384 ? "SHA384withECDSA" : "SHA512withECDSA",
                                "SHA256withECDSA");
            }
            case RSAPublicKey rsa -> List.of("SHA256withRSA");
            default -> List.of("Ed25519");
        };
    }

    /// @param hashed whether the signature is of the hash of the bytes (RFC 8032, Ed25519ph)
    private boolean verifies(String algorithm, boolean hashed, byte[] bytes, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(algorithm);
            if (hashed) {
                verifier.setParameter(new EdDSAParameterSpec(true));
            }
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
