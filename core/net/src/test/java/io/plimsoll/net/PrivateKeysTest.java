package io.plimsoll.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrivateKeysTest {
    /// What stands before a key of 2048 bits in PKCS #8: a sequence, version, algorithm, octet string.
    private static final int BEFORE_RSA = 26;

    @TempDir Path folder;

    private Path file(String label, byte[] der) throws IOException {
        String text =
                "a note before it\n-----BEGIN %s-----\n%s\n-----END %s-----\n"
                        .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
        return Files.writeString(folder.resolve("a.key"), text, StandardCharsets.US_ASCII);
    }

    private static PrivateKey generated(String algorithm) throws Exception {
        return KeyPairGenerator.getInstance(algorithm).generateKeyPair().getPrivate();
    }

    @ParameterizedTest
    @CsvSource({"RSA", "EC", "Ed25519"})
    void aKeyInPkcs8IsRead(String algorithm) throws Exception {
        byte[] encoded = generated(algorithm).getEncoded();
        assertThat(PrivateKeys.read(file("PRIVATE KEY", encoded)).getEncoded()).isEqualTo(encoded);
    }

    @Test
    void anRsaKeyInPkcs1IsTheSameKey() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        byte[] encoded = generator.generateKeyPair().getPrivate().getEncoded();
        byte[] inner = Arrays.copyOfRange(encoded, BEFORE_RSA, encoded.length);
        assertThat(PrivateKeys.read(file("RSA PRIVATE KEY", inner)).getEncoded())
                .isEqualTo(encoded);
    }

    @Test
    void aKeyOfAnotherFormIsSaidWithTheCommandThatConvertsIt() throws Exception {
        Path file = file("EC PRIVATE KEY", new byte[] {1});
        assertThatThrownBy(() -> PrivateKeys.read(file))
                .isInstanceOf(UnusableFileException.class)
                .hasMessage(
                        "the key '"
                                + file
                                + "' is not in PKCS #8, or is encrypted or cut short; convert it with"
                                + " `openssl pkcs8 -topk8 -nocrypt -in "
                                + file
                                + " -out NEW.key`");
    }

    @Test
    void whatIsNoKeyIsSaidWithItsFile() throws Exception {
        Path damaged = file("PRIVATE KEY", new byte[] {0x30, 0x03, 0x02, 0x01, 0x00});
        assertThatThrownBy(() -> PrivateKeys.read(damaged))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("the key '" + damaged + "' is damaged");
        Path binary = Files.write(folder.resolve("binary"), new byte[] {(byte) 0xff, 0x00});
        assertThatThrownBy(() -> PrivateKeys.read(binary))
                .hasMessageContaining("'" + binary + "' is not in PKCS #8");
        Path missing = folder.resolve("missing");
        assertThatThrownBy(() -> PrivateKeys.read(missing))
                .hasMessage("the key '" + missing + "' cannot be read");
    }

    @Test
    void aCertificateThatIsMissingOrNoneIsSaid() throws Exception {
        Path none = Files.writeString(folder.resolve("none.crt"), "nothing\n");
        assertThatThrownBy(() -> TlsParts.authorities(List.of(none)))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageStartingWith("'" + none + "' holds no certificate in PEM");
        Path missing = folder.resolve("missing.crt");
        assertThatThrownBy(() -> TlsParts.authorities(List.of(missing)))
                .hasMessage("the certificate '" + missing + "' is missing");
    }
}
