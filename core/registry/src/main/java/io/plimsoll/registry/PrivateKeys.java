package io.plimsoll.registry;

import io.plimsoll.registry.RegistryException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;

/// Private keys in PEM.
///
/// Source: RFC 7468, section 10.
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private PrivateKeys() {}

    /// Reads a key that is not encrypted, in PKCS #8.
    ///
    /// @throws RegistryException if the file cannot be read or holds a key of another form
    static PrivateKey read(Path file) throws RegistryException {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException unreadable) {
            throw new RegistryException(
                    Reason.CONFIGURATION, "the key '" + file + "' cannot be read", unreadable);
        }
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END, Math.max(begin, 0));
        if (begin < 0 || end < 0) {
            throw new RegistryException(Reason.CONFIGURATION, otherForm(file));
        }
        try {
            byte[] der =
                    Base64.getMimeDecoder().decode(text.substring(begin + BEGIN.length(), end));
            return key(new PKCS8EncodedKeySpec(der), file);
        } catch (IllegalArgumentException notBase64) {
            throw new RegistryException(
                    Reason.CONFIGURATION, "the key '" + file + "' is not in PEM");
        }
    }

    private static PrivateKey key(PKCS8EncodedKeySpec encoded, Path file) throws RegistryException {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException another) {
                // The next algorithm may be the key's.
            }
        }
        throw new RegistryException(
                Reason.CONFIGURATION,
                "the key '"
                        + file
                        + "' is of an algorithm that is not supported; RSA, EC and"
                        + " EdDSA are");
    }

    private static String otherForm(Path file) {
        return "the key '"
                + file
                + "' is not in PKCS #8, or is encrypted; convert it with `openssl pkcs8 -topk8"
                + " -nocrypt -in "
                + file
                + " -out NEW.key`";
    }
}
