package io.plimsoll.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JsonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"a\":1,,}|line 1, column 9",
                "[1 2]|line 1, column 5",
                "{} x|line 1, column"
            })
    void errorsNameLineAndColumn(String text, String place) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining(place);
    }

    @Test
    void linesAreCounted() {
        assertThatThrownBy(() -> parse("{\n\n  \"a\": tru\n}"))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("line 3, column");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[", "\"a", "nul", "{\"a\"}", "01", "{'a':1}", "\"\\x\""})
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> parse(text)).isInstanceOf(JsonFormatException.class);
    }

    @Test
    void depthIsBounded() throws Exception {
        assertThat(nested(10, 10)).isInstanceOf(JsonArray.class);
        assertThatThrownBy(() -> nested(11, 10))
                .isInstanceOfSatisfying(
                        JsonFormatException.class, limit -> assertThat(limit.isLimit()).isTrue());
    }

    @Test
    void bytesThatAreNoTextAreAFormatError() {
        byte[] noUnicode = {0, 0, 0, '{', -1, -1, -1, -1};
        assertThatThrownBy(() -> Json.parse(new ByteArrayInputStream(noUnicode), 10))
                .isInstanceOf(JsonFormatException.class);
        assertThatThrownBy(() -> Json.parse(noUnicode)).isInstanceOf(JsonFormatException.class);
    }

    @Test
    void aStreamThatFailsIsNoFormatError() {
        InputStream failing =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("torn");
                    }

                    @Override
                    public int read(byte[] bytes, int offset, int length) throws IOException {
                        throw new IOException("torn");
                    }
                };
        assertThatThrownBy(() -> Json.parse(failing, 10))
                .isInstanceOf(IOException.class)
                .hasMessage("torn");
    }

    @Test
    void gettersForgiveAbsentAndOtherTypes() throws Exception {
        JsonObject object =
                parse("{\"t\":\"x\",\"n\":1.50,\"b\":true,\"z\":null,\"a\":[\"x\",{\"y\":1}]}")
                        .asObject();
        assertThat(object.text("t")).isEqualTo("x");
        assertThat(object.text("n")).isEqualTo("1.50");
        assertThat(object.text("z")).isEmpty();
        assertThat(object.text("absent")).isEmpty();
        assertThat(object.isTrue("b")).isTrue();
        assertThat(object.isTrue("t")).isFalse();
        assertThat(object.object("t")).isEqualTo(JsonObject.EMPTY);
        assertThat(object.objects("a")).hasSize(1);
        assertThat(object.has("z")).isTrue();
        assertThat(parse("{\"a\":1,\"a\":2}").asObject().text("a")).isEqualTo("2");
    }

    @Test
    void streamedElementsBeforeAFaultWereVisited() {
        List<String> seen = new ArrayList<>();
        String text = "{\"x\":1,\"a\":[{\"n\":1},{\"n\":2},{]}";
        assertThatThrownBy(() ->
                        Json.stream(
                                new ByteArrayInputStream(bytes(text)),
                                "a",
                                each -> seen.add(each.text("n"))))
                .isInstanceOf(JsonFormatException.class);
        assertThat(seen).containsExactly("1", "2");
    }

    @Test
    void writerIndentsByTwoAndEndsWithALine() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonWriter json = new JsonWriter(out)) {
            json.object(() -> {
                json.text("text", "\"\u00fc\n");
                json.textOrNull("none", "");
                json.textIfAny("left out", "");
                json.number("whole", 12L);
                json.number("part", 0.00043);
                json.truth("truth", true);
                json.texts("empty", List.of());
                json.numbers("numbers", List.of(1, 2));
                json.object("object", () -> {});
            });
        }
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        {
                          "text": "\\"\u00fc\\n",
                          "none": null,
                          "whole": 12,
                          "part": 4.3E-4,
                          "truth": true,
                          "empty": [],
                          "numbers": [
                            1,
                            2
                          ],
                          "object": {}
                        }
                        """);
    }

    private static JsonValue nested(int levels, int limit) throws Exception {
        String text = "[".repeat(levels) + "]".repeat(levels);
        return Json.parse(new ByteArrayInputStream(bytes(text)), limit);
    }

    private static JsonValue parse(String text) throws JsonFormatException {
        return Json.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
