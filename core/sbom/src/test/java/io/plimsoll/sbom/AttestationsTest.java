package io.plimsoll.sbom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/// SBOMs inside envelopes and statements.
final class AttestationsTest {
    private static final String BOM =
            "{\"bomFormat\":\"CycloneDX\",\"components\":[{\"type\":\"library\",\"name\":\"a\","
                    + "\"version\":\"1\",\"purl\":\"pkg:npm/a@1\"}]}";

    @Test
    void theSbomOfAnEnvelopeIsReadAndItsSignatureIsSaidToBeUnchecked() throws IOException {
        Sbom sbom = Read.of(envelope(statement(BOM)));
        assertThat(Read.purls(sbom)).containsExactly("pkg:npm/a@1");
        assertThat(sbom.notices()).singleElement().asString().contains("signature was not checked");
        assertThat(Read.of(BOM).notices()).isEmpty();
    }

    @Test
    void statementsBundlesAndCosignsWrappingAreOpened() throws Exception {
        String data = statement("{\"Data\":" + BOM + "}");
        String text = statement("{\"Data\":\"" + BOM.replace("\"", "\\\"") + "\"}");
        String bundle = "{\"dsseEnvelope\":" + envelope(statement(BOM)) + "}";
        for (String each :
                new String[] {
                    statement(BOM), data, text, bundle, envelope(envelope(statement(BOM)))
                }) {
            assertThat(Json.parse(each.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(JsonObject.class);
            assertThat(Read.purls(Read.of(each))).containsExactly("pkg:npm/a@1");
        }
    }

    @Test
    void aThirdEnvelopeIsRefused() {
        assertThatThrownBy(() -> Read.of(envelope(envelope(envelope(statement(BOM))))))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("more than 2 envelopes");
        assertThatThrownBy(() -> Read.of(statement(statement(BOM))))
                .hasMessageContaining("statement about another statement");
    }

    @Test
    void rubbishInAPayloadIsNamed() {
        String rubbish = "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\"%\"}";
        assertThatThrownBy(() -> Read.of(rubbish.replace("%", "&&&&")))
                .isInstanceOf(SbomFormatException.class)
                .hasMessageContaining("no Base64");
        assertThatThrownBy(() -> Read.of(rubbish.replace("%", "AAAA")))
                .hasMessageContaining("\"payload\" that is no JSON");
        assertThatThrownBy(() -> Read.of(statement("[]")))
                .hasMessageContaining("\"predicate\" is no object");
    }

    @Test
    void aStatementOfSomethingElseIsNoSbom() {
        assertThatThrownBy(() -> Read.of(statement("{\"builder\":{}}")))
                .hasMessageContaining("no SBOM that can be read");
    }

    private static String envelope(String inside) {
        return "{\"payloadType\":\"application/vnd.in-toto+json\",\"payload\":\""
                + Base64.getEncoder().encodeToString(inside.getBytes(StandardCharsets.UTF_8))
                + "\",\"signatures\":[{\"sig\":\"AA==\"}]}";
    }

    private static String statement(String predicate) {
        return "{\"_type\":\"https://in-toto.io/Statement/v1\",\"subject\":[],\"predicateType\":"
                + "\"https://cyclonedx.org/bom\",\"predicate\":"
                + predicate
                + "}";
    }
}
