package io.plimsoll.fuzz;

import io.plimsoll.json.Json;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Set;

/// JSON: from memory and from a stream the same tree, and no member is read that was not asked for.
final class JsonTarget {
    private JsonTarget() {}

    static void run(byte[] input) throws IOException {
        boolean isJson = true;
        try {
            JsonValue fromMemory = Json.parse(input, 50, 100_000);
            JsonValue streamed = Json.parse(new ByteArrayInputStream(input), 50);
            FuzzTarget.require(fromMemory.equals(streamed), "another tree from a stream");
        } catch (JsonFormatException documented) {
            isJson = documented.isLimit();
        }
        try {
            Json.members(
                    new ByteArrayInputStream(input),
                    Set.of("name"),
                    50,
                    (name, value) -> FuzzTarget.require(name.equals("name"), name));
            Json.stream(new ByteArrayInputStream(input), "all", each -> {});
            FuzzTarget.require(isJson, "members of what is no JSON");
        } catch (JsonFormatException documented) {
            // It says so itself.
        }
    }
}
