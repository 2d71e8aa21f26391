package io.plimsoll.delivery;

import io.plimsoll.net.Pem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.EdECPrivateKey;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;

/// A private Ed25519 key, and the public key that belongs to it, to sign an index with.
public final class SigningKey {
    private final PrivateKey key;
    private final PublicKey publicKey;

    private SigningKey(PrivateKey key, PublicKey publicKey) {
        this.key = key;
        this.publicKey = publicKey;
    }

    /// Reads a key as `openssl genpkey -algorithm ed25519` writes it: PKCS #8 in PEM, not encrypted.
    ///
    /// @throws IllegalArgumentException if the file holds another one
    /// @throws IOException if it cannot be read
    public static SigningKey read(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.ISO_8859_1);
        try {
            List<byte[]> blocks = Pem.blocks(text, "PRIVATE KEY");
            if (blocks.size() == 1) {
                PrivateKey key =
                        KeyFactory.getInstance("Ed25519")
                                .generatePrivate(new PKCS8EncodedKeySpec(blocks.getFirst()));
                return new SigningKey(key, publicKeyOf(key));
            }
        } catch (GeneralSecurityException | IllegalArgumentException other) {
            // Said below, without what the file holds.
        }
        throw new IllegalArgumentException(
                file
                        + " is no Ed25519 key in PEM without a password; `openssl genpkey -algorithm"
                        + " ed25519 -out FILE` makes one");
    }

    /// The public key of a private one, which the JDK has no call for: a key pair is made of the
    /// private key's own 32 bytes in place of random ones (RFC 8032, section 5.1.5).
    private static PublicKey publicKeyOf(PrivateKey key) throws GeneralSecurityException {
        byte[] seed =
                ((EdECPrivateKey) key)
                        .getBytes()
                        .orElseThrow(() -> new GeneralSecurityException("no bytes"));
        KeyPairGenerator generator = KeyPairGenerator.getInstance("Ed25519");
        generator.initialize(NamedParameterSpec.ED25519, new Seed(seed));
        return generator.generateKeyPair().getPublic();
    }

    private static final class Seed extends SecureRandom {
        private static final long serialVersionUID = 1L;
        private final byte[] seed;

        Seed(byte[] seed) {
            this.seed = seed.clone();
        }

        @Override
        public void nextBytes(byte[] bytes) {
            if (bytes.length != seed.length) {
                throw new IllegalStateException("asked for " + bytes.length + " bytes");
            }
            System.arraycopy(seed, 0, bytes, 0, bytes.length);
        }
    }

    /// The text of `index.json.sig` for an index.
    public byte[] sign(byte[] index) {
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(index);
            return SignatureFile.write(
                    new SignatureFile.Line(TrustedKeys.id(publicKey), signer.sign()));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has Ed25519", impossible);
        }
    }
}
