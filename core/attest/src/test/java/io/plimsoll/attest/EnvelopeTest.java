package io.plimsoll.attest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import io.plimsoll.model.Limits;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

final class EnvelopeTest {
    private static final String STATEMENT =
            "{\"_type\":\"https://in-toto.io/Statement/v1\",\"predicateType\":\"p\",\"predicate\":{}}";

    private static String envelope(String payload) {
        return "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\""
                + Base64.getEncoder().encodeToString(bytes(payload))
                + "\",\"signatures\":[{\"sig\":\"AQI=\"},{\"sig\":\"_w==\"}]}";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theExampleOfTheSpecificationIsSignedAsItSays() throws Exception {
        JsonObject document =
                Json.parse(
                                bytes(
                                        "{\"payload\":\"aGVsbG8gd29ybGQ=\",\"payloadType\":"
                                                + "\"http://example.com/HelloWorld\",\"signatures\":[]}"))
                        .asObject();
        assertThat(Envelope.read(document).signedBytes())
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("DSSEv1 29 http://example.com/HelloWorld 11 hello world");
    }

    @Test
    void signaturesAreInEitherAlphabet() throws Exception {
        Envelope read = Envelope.read(Json.parse(bytes(envelope("{}"))).asObject());
        assertThat(read.signatures()).containsExactly(new byte[] {1, 2}, new byte[] {-1});
        assertThat(read.payloadType()).isEqualTo("application/vnd.in-toto+json");
    }

    @Test
    void statementsAreTakenOutOfTwoEnvelopesAtMost() throws Exception {
        String bundle = "{\"dsseEnvelope\":" + envelope(STATEMENT) + "}";
        assertThat(Statement.read(bytes(bundle), Limits.standard()).predicateType()).isEqualTo("p");
        String two = envelope(bundle);
        assertThat(Statement.read(bytes(two), Limits.standard()).predicateType()).isEqualTo("p");
        assertThatThrownBy(() -> Statement.read(bytes(envelope(two)), Limits.standard()))
                .hasMessage("has more than 2 envelopes around one another");
    }
}
