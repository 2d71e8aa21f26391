package io.plimsoll.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class JsonMembersTest {
    private final List<String> visited = new ArrayList<>();

    @Test
    void onlyTheWantedMembersOfTheTopLevelAreVisited() throws Exception {
        visit("{\"a\":1,\"b\":{\"a\":2,\"c\":[3]},\"c\":{\"a\":\"x\"},\"a\":\"again\"}", 10);
        assertThat(visited).containsExactly("a=1", "c=JsonObject", "a=again");
    }

    @Test
    void membersBeforeAFaultAreVisited() {
        assertThatThrownBy(() -> visit("{\"a\":1,\n \"b\":[1,,2],\"c\":3}", 10))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("line 2, column ");
        assertThat(visited).containsExactly("a=1");
    }

    @Test
    void aDocumentThatIsNoObjectIsAFault() {
        assertThatThrownBy(() -> visit("[{\"a\":1}]", 10))
                .isInstanceOf(JsonFormatException.class)
                .hasMessageContaining("no object");
        assertThat(visited).isEmpty();
    }

    @Test
    void passedOverMembersCountForTheDepthToo() {
        assertThatThrownBy(() -> visit("{\"b\":" + "[".repeat(20) + "]".repeat(20) + "}", 10))
                .isInstanceOfSatisfying(
                        JsonFormatException.class, broken -> assertThat(broken.isLimit()).isTrue());
    }

    @Test
    void brokenTextIsNoLimit() {
        assertThatThrownBy(() -> visit("{", 10))
                .isInstanceOfSatisfying(
                        JsonFormatException.class,
                        broken -> assertThat(broken.isLimit()).isFalse());
    }

    private void visit(String text, int maxDepth) throws IOException, JsonFormatException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Json.members(
                new ByteArrayInputStream(bytes),
                Set.of("a", "c"),
                maxDepth,
                (name, value) ->
                        visited.add(
                                name
                                        + "="
                                        + (value instanceof JsonObject
                                                ? "JsonObject"
                                                : value.asText())));
    }
}
