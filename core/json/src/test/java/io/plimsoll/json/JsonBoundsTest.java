package io.plimsoll.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class JsonBoundsTest {
    @Test
    void aDocumentAtItsBoundsIsRead() throws Exception {
        assertThat(Json.parse(bytes("[[1,null]]"), 2, 4).toString()).contains("1");
        assertThat(Json.parse(bytes("{}"), 1, 2)).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void oneTokenMoreIsALimit() {
        JsonFormatException broken = fault("[[1,null]]", 2, 3);
        assertThat(broken.isLimit()).isTrue();
        assertThat(broken.isTooDeep()).isFalse();
        assertThat(broken).hasMessageContaining("line 1, column ");
    }

    @Test
    void oneLevelMoreIsTooDeep() {
        JsonFormatException broken = fault("[[1,null]]", 1, 6);
        assertThat(broken.isLimit()).isTrue();
        assertThat(broken.isTooDeep()).isTrue();
    }

    @Test
    void anEmptyDocumentIsAFaultOfSyntax() {
        JsonFormatException broken = fault(" ", 1, 6);
        assertThat(broken.isLimit()).isFalse();
        assertThat(broken.isTooDeep()).isFalse();
    }

    @Test
    void whatFollowsTheDocumentIsAFaultOfSyntax() {
        assertThat(fault("{}\n[]", 1, 6)).hasMessageContaining("line 2, column 2");
    }

    private static JsonFormatException fault(String text, int maxDepth, long maxTokens) {
        return catchThrowableOfType(
                JsonFormatException.class, () -> Json.parse(bytes(text), maxDepth, maxTokens));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
