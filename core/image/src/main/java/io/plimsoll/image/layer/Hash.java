package io.plimsoll.image.layer;

import io.plimsoll.model.Digest;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;

/// A digest being computed.
public final class Hash {
    private static final String SHA256 = "sha256";

    private final String algorithm;
    private final MessageDigest digest;

    private Hash(String algorithm) {
        this.algorithm = algorithm;
        try {
            String name = algorithm.toUpperCase(Locale.ROOT).replace("SHA", "SHA-");
            this.digest = MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException everyJvmHasThem) {
            throw new IllegalStateException(everyJvmHasThem);
        }
    }

    /// In the algorithm of the digest that it will be compared with.
    public static Hash like(Digest promised) {
        return new Hash(promised.algorithm());
    }

    public static Hash sha256() {
        return new Hash(SHA256);
    }

    /// The digest of some bytes, in the algorithm of another.
    public static Digest of(byte[] bytes, String algorithm) {
        Hash hash = new Hash(algorithm);
        hash.update(bytes, 0, bytes.length);
        return hash.digest();
    }

    String algorithm() {
        return algorithm;
    }

    void update(byte[] bytes, int offset, int length) {
        digest.update(bytes, offset, length);
    }

    Digest digest() {
        return new Digest(algorithm, HexFormat.of().formatHex(digest.digest()));
    }
}
