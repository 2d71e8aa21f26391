package io.plimsoll.json;

import java.util.List;

/// An array.
public record JsonArray(List<JsonValue> values) implements JsonValue {
    public static final JsonArray EMPTY = new JsonArray(List.of());

    public JsonArray {
        values = List.copyOf(values);
    }

    /// Those of its values that are objects.
    public List<JsonObject> objects() {
        return values.stream()
                .filter(JsonObject.class::isInstance)
                .map(JsonObject.class::cast)
                .toList();
    }

    /// Those of its values that are strings.
    public List<String> texts() {
        return values.stream()
                .filter(JsonValue.Text.class::isInstance)
                .map(JsonValue::asText)
                .toList();
    }
}
