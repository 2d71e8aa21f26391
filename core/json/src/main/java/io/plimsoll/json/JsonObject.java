package io.plimsoll.json;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An object, its members in the order of the document; of two with one name the later counts.
///
/// The typed getters are forgiving: a member that is absent or of another type gives the empty
/// value. A reader that must tell these apart asks {@link #get}.
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {
    public static final JsonObject EMPTY = new JsonObject(Map.of());

    public JsonObject {
        members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }

    public Optional<JsonValue> get(String name) {
        return Optional.ofNullable(members.get(name));
    }

    public boolean has(String name) {
        return members.containsKey(name);
    }

    /// A string member, or a number as written; empty where there is none.
    public String text(String name) {
        return get(name).map(JsonValue::asText).orElse("");
    }

    /// An object member, or an empty object.
    public JsonObject object(String name) {
        return get(name).map(JsonValue::asObject).orElse(EMPTY);
    }

    /// An array member, or an empty array.
    public JsonArray array(String name) {
        return get(name).orElse(JsonArray.EMPTY) instanceof JsonArray array
                ? array
                : JsonArray.EMPTY;
    }

    /// The objects of an array member.
    public List<JsonObject> objects(String name) {
        return array(name).objects();
    }

    /// The strings of an array member.
    public List<String> texts(String name) {
        return array(name).texts();
    }

    /// Whether a member is `true`.
    public boolean isTrue(String name) {
        return get(name).orElse(EMPTY) instanceof JsonValue.Truth(boolean value) && value;
    }
}
