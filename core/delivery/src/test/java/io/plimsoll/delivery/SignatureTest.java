package io.plimsoll.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.advisory.AdvisoryStoreException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignatureTest {
    private static final byte[] INDEX = "{}".getBytes(StandardCharsets.UTF_8);

    /// Made by `openssl genpkey -algorithm ed25519`, `openssl pkey -pubout` and
    /// `openssl pkeyutl -sign -rawin` over {@link #INDEX}; the id is the beginning of the SHA-256 of
    /// the public key in DER.
    private static final String PUBLIC_KEY =
            """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAs/FGG9XxbFRoDiirtogq++B0mmR1OT7kNLfDLG2e4+U=
            -----END PUBLIC KEY-----
            """;

    private static final String PRIVATE_KEY =
            """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEIPpIUc3/Et594PYc1QZmAYZLmyy/M4V2w1JGddKLm9e1
            -----END PRIVATE KEY-----
            """;
    private static final String SIGNATURE =
            "plimsoll-signature/1\n75b2f661930539fd K59h3E6YvojYMUuTeOL3dwEJe/h2XqK7f8CXnN1Lr2cDI8hAM5qK9Q52mChe1SI0rglvqWloveEqPvDidCFoBw==\n";

    @TempDir Path folder;

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.US_ASCII);
    }

    @Test
    void aSignatureOfOpensslIsTheSameAsOurs() throws IOException {
        SigningKey key = SigningKey.read(write("key.pem", PRIVATE_KEY));
        assertThat(new String(key.sign(INDEX), StandardCharsets.US_ASCII)).isEqualTo(SIGNATURE);
        TrustedKeys keys = TrustedKeys.of(List.of(write("key.pub", PUBLIC_KEY)));
        assertThat(keys.verify(INDEX, SIGNATURE.getBytes(StandardCharsets.US_ASCII), "index.json"))
                .isEqualTo("75b2f661930539fd");
    }

    @Test
    void anotherContentIsRefused() throws IOException {
        TrustedKeys keys = TrustedKeys.of(List.of(write("key.pub", PUBLIC_KEY)));
        byte[] other = "{ }".getBytes(StandardCharsets.UTF_8);
        byte[] signature = SIGNATURE.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> keys.verify(other, signature, "index.json"))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageStartingWith("index.json is not what key 75b2f661930539fd has signed");
    }

    @Test
    void withoutAKeyTheMessageSaysHowToGiveOne() throws IOException {
        TrustedKeys none = TrustedKeys.of(List.of());
        byte[] signature = SIGNATURE.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> none.verify(INDEX, signature, "index.json"))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageContaining("signed by key 75b2f661930539fd, which is not trusted")
                .hasMessageContaining("--trust-key FILE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "plimsoll-signature/2\n",
                "plimsoll-signature/1\nzz AAAA\n",
                "plimsoll-signature/1\n75b2f661930539fd AAAA\n",
                "plimsoll-signature/1\n75b2f661930539fd\n",
                "plimsoll-signature/1\n\n",
                "plimsoll-signature/1\n75b2f661930539fd $$$$\n",
            })
    void aTextThatIsNoSignatureIsRefused(String text) throws IOException {
        TrustedKeys keys = TrustedKeys.of(List.of(write("key.pub", PUBLIC_KEY)));
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> keys.verify(INDEX, bytes, "index.json"))
                .isInstanceOf(AdvisoryStoreException.class)
                .hasMessageStartingWith("index.json.sig is no signature");
    }

    @Test
    void aFileWithoutAKeyIsNamed() throws IOException {
        Path swapped = write("key.pem", PRIVATE_KEY);
        assertThatThrownBy(() -> TrustedKeys.of(List.of(swapped)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("holds no public key");
        Path other = write("key.pub", PUBLIC_KEY);
        assertThatThrownBy(() -> SigningKey.read(other))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("is no Ed25519 key in PEM");
    }
}
