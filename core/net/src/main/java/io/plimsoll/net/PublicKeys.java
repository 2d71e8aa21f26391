package io.plimsoll.net;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;

/// Public keys in PEM, `PUBLIC KEY`: EC, RSA and Ed25519.
///
/// Sources: RFC 7468, section 13; RFC 5280, section 4.1.2.7.
public final class PublicKeys {

    /// Shorter ones are no protection any more: NIST SP 800-131A.
    private static final int RSA_LEAST = 2048;

    /// Longer ones cost whole seconds.
    private static final int RSA_MOST = 16384;

    private PublicKeys() {}

    /// Reads all keys of a file.
    ///
    /// @return at least one
    /// @throws UnusableFileException if the file cannot be read, or holds none, or one that cannot be
    ///     used
    public static List<PublicKey> read(Path file) throws UnusableFileException {
        List<PublicKey> keys = new ArrayList<>();
        try {
            for (byte[] block : Pem.blocks(KeyFile.text(file), "PUBLIC KEY")) {
                keys.add(key(block, file));
            }
        } catch (IllegalArgumentException notBase64) {
            throw new UnusableFileException("the key '" + file + "' is not in PEM");
        }
        if (keys.isEmpty()) {
            throw new UnusableFileException(
                    "'"
                            + file
                            + "' holds no public key in PEM; `openssl pkey -in KEY -pubout -out FILE`"
                            + " writes one, and so does `cosign public-key`");
        }
        return keys;
    }

    private static PublicKey key(byte[] encoded, Path file) throws UnusableFileException {
        X509EncodedKeySpec spec = new X509EncodedKeySpec(encoded);
        for (String algorithm : List.of("EC", "RSA", "Ed25519")) {
            try {
                PublicKey key = KeyFactory.getInstance(algorithm).generatePublic(spec);
                checkLength(key, file);
                return key;
            } catch (GeneralSecurityException another) {
                // The next algorithm may be the key's.
            }
        }
        throw new UnusableFileException(
                "the key '"
                        + file
                        + "' is damaged or of an algorithm that is not supported; EC, RSA and"
                        + " Ed25519 are");
    }

    private static void checkLength(PublicKey key, Path file) throws UnusableFileException {
        if (key instanceof RSAPublicKey rsa) {
            int bits = rsa.getModulus().bitLength();
            if (bits < RSA_LEAST || bits > RSA_MOST) {
                throw new UnusableFileException(
                        "the RSA key '"
                                + file
                                + "' has "
                                + bits
                                + " bits; from "
                                + RSA_LEAST
                                + " to "
                                + RSA_MOST
                                + " are supported");
            }
        }
    }
}
