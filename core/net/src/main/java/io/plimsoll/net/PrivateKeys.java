package io.plimsoll.net;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// Private keys in PEM, not encrypted: `PRIVATE KEY` and `RSA PRIVATE KEY`.
///
/// Sources: RFC 7468, section 10; RFC 5958; RFC 8017, appendix A.1.2.
public final class PrivateKeys {
    /// Version 0 and the algorithm rsaEncryption, which stand before an RSA key in PKCS #8.
    private static final byte[] RSA_HEAD = {
        0x02,
        0x01,
        0x00,
        0x30,
        0x0d,
        0x06,
        0x09,
        0x2a,
        (byte) 0x86,
        0x48,
        (byte) 0x86,
        (byte) 0xf7,
        0x0d,
        0x01,
        0x01,
        0x01,
        0x05,
        0x00
    };

    private PrivateKeys() {}

    /// Reads a key: RSA, EC or EdDSA.
    ///
    /// @throws UnusableFileException if the file cannot be read or holds none that can be used
    public static PrivateKey read(Path file) throws UnusableFileException {
        String text = KeyFile.text(file);
        try {
            List<byte[]> keys = Pem.blocks(text, "PRIVATE KEY");
            if (!keys.isEmpty()) {
                return key(keys.getFirst(), file);
            }
            List<byte[]> older = Pem.blocks(text, "RSA PRIVATE KEY");
            if (!older.isEmpty() && !text.contains("ENCRYPTED")) {
                return key(wrapped(older.getFirst()), file);
            }
        } catch (IllegalArgumentException notBase64) {
            throw new UnusableFileException("the key '" + file + "' is not in PEM");
        }
        throw new UnusableFileException(
                "the key '"
                        + file
                        + "' is not in PKCS #8, or is encrypted or cut short; convert it with `openssl"
                        + " pkcs8 -topk8 -nocrypt -in "
                        + file
                        + " -out NEW.key`");
    }

    private static PrivateKey key(byte[] pkcs8, Path file) throws UnusableFileException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8);
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (GeneralSecurityException another) {
                // The next algorithm may be the key's.
            }
        }
        throw new UnusableFileException(
                "the key '"
                        + file
                        + "' is damaged or of an algorithm that is not supported; RSA, EC and EdDSA"
                        + " are");
    }

    private static byte[] wrapped(byte[] rsa) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(RSA_HEAD);
        element(body, 0x04, rsa);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        element(whole, 0x30, body.toByteArray());
        return whole.toByteArray();
    }

    /// Writes a DER element.
    private static void element(ByteArrayOutputStream out, int tag, byte[] content) {
        out.write(tag);
        int length = content.length;
        if (length < 0x80) {
            out.write(length);
        } else {
            int bytes = (Integer.SIZE - Integer.numberOfLeadingZeros(length) + 7) / 8;
            out.write(0x80 | bytes);
            for (int i = bytes - 1; i >= 0; i--) {
                out.write(length >>> (8 * i));
            }
        }
        out.writeBytes(content);
    }
}
