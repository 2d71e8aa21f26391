package io.plimsoll.delivery;

import io.plimsoll.advisory.AdvisoryStoreException;
import io.plimsoll.advisory.StoreWriter;
import io.plimsoll.net.Pem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The public keys whose signature on an index counts, by their ids: the first eight bytes of the
/// SHA-256 of a key as `openssl pkey -pubout -outform DER` writes it, in hexadecimal.
public final class TrustedKeys {
    static final int ID_SIZE = 8;
    private static final String RESOURCE = "trusted-keys.pem";
    private static final long MAX_FILE = 1024 * 1024;

    private final Map<String, PublicKey> keys;

    private TrustedKeys(Map<String, PublicKey> keys) {
        this.keys = Map.copyOf(keys);
    }

    /// The keys that were built in, and those in files.
    ///
    /// @param files in PEM, each with one public key or several
    /// @throws IllegalArgumentException if a file holds none
    /// @throws IOException if a file cannot be read
    public static TrustedKeys of(List<Path> files) throws IOException {
        Map<String, PublicKey> keys = new TreeMap<>();
        try (InputStream in = TrustedKeys.class.getResourceAsStream(RESOURCE)) {
            if (in != null) {
                String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                read(text, "the list of built-in keys", keys);
            }
        }
        for (Path file : files) {
            if (Files.size(file) > MAX_FILE) {
                throw new IllegalArgumentException(file + " is too large for a public key");
            }
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            if (read(text, file.toString(), keys) == 0) {
                throw new IllegalArgumentException(
                        file
                                + " holds no public key in PEM; `openssl pkey -in KEY -pubout -out"
                                + " FILE` writes one");
            }
        }
        return new TrustedKeys(keys);
    }

    private static int read(String text, String where, Map<String, PublicKey> keys) {
        try {
            List<byte[]> blocks = Pem.blocks(text, "PUBLIC KEY");
            for (byte[] block : blocks) {
                PublicKey key =
                        KeyFactory.getInstance("Ed25519")
                                .generatePublic(new X509EncodedKeySpec(block));
                keys.put(id(key), key);
            }
            return blocks.size();
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            throw new IllegalArgumentException(
                    where + " holds a public key that is not Ed25519", other);
        }
    }

    static String id(PublicKey key) {
        return StoreWriter.sha256(key.getEncoded()).hex().substring(0, 2 * ID_SIZE);
    }

    /// The id of the key that vouches for an index.
    ///
    /// @param where names the index in errors
    /// @throws AdvisoryStoreException if no key of these does
    String verify(byte[] index, byte[] signature, String where) throws AdvisoryStoreException {
        List<String> others = new ArrayList<>();
        for (SignatureFile.Line line : SignatureFile.read(signature, where + ".sig")) {
            PublicKey key = keys.get(line.key());
            if (key == null) {
                others.add(line.key());
            } else if (isBy(key, line.signature(), index)) {
                return line.key();
            } else {
                throw new AdvisoryStoreException(
                        where
                                + " is not what key "
                                + line.key()
                                + " has signed: it was changed on its way, or the mirror is being"
                                + " renewed just now and another attempt will do");
            }
        }
        throw new AdvisoryStoreException(
                where
                        + " is signed by "
                        + (others.isEmpty() ? "nobody" : "key " + String.join(", ", others))
                        + ", which is not trusted ("
                        + (keys.isEmpty()
                                ? "no key is built in or given"
                                : "trusted: " + String.join(", ", new TreeMap<>(keys).keySet()))
                        + "); --trust-key FILE names a public key to trust");
    }

    private static boolean isBy(PublicKey key, byte[] signature, byte[] bytes) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(bytes);
            return verifier.verify(signature);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
