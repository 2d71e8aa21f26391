package io.plimsoll.json;

import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/// Builds values from the tokens of a document, as many as are allowed.
final class JsonTree {
    private final JsonReader reader;
    private final long maxTokens;
    private long tokens;

    JsonTree(JsonReader reader, long maxTokens) {
        this.reader = reader;
        this.maxTokens = maxTokens;
    }

    /// The value that comes next.
    JsonValue value() throws IOException, JsonFormatException {
        count();
        return switch (reader.peek()) {
            case BEGIN_OBJECT -> object();
            case BEGIN_ARRAY -> array();
            case STRING -> new JsonValue.Text(reader.nextString());
            case NUMBER -> new JsonValue.Numeral(reader.nextString());
            case BOOLEAN -> new JsonValue.Truth(reader.nextBoolean());
            case NULL -> nothing();
            case NAME, END_OBJECT, END_ARRAY, END_DOCUMENT ->
                    throw new IllegalStateException("no value begins at a " + reader.peek());
        };
    }

    /// The members of an object but for one array, whose objects are handed on.
    JsonObject members(String array, Consumer<JsonObject> element)
            throws IOException, JsonFormatException {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            reader.skipValue();
            return JsonObject.EMPTY;
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (name.equals(array) && reader.peek() == JsonToken.BEGIN_ARRAY) {
                reader.beginArray();
                while (reader.hasNext()) {
                    element.accept(value().asObject());
                }
                reader.endArray();
            } else {
                members.put(name, value());
            }
        }
        reader.endObject();
        return new JsonObject(members);
    }

    /// Hands on the wanted members of an object.
    ///
    /// @return whether it is one
    boolean members(Set<String> wanted, BiConsumer<String, JsonValue> member)
            throws IOException, JsonFormatException {
        if (reader.peek() != JsonToken.BEGIN_OBJECT) {
            reader.skipValue();
            return false;
        }
        reader.beginObject();
        while (reader.hasNext()) {
            String name = reader.nextName();
            if (wanted.contains(name)) {
                member.accept(name, value());
            } else {
                reader.skipValue();
            }
        }
        reader.endObject();
        return true;
    }

    private JsonObject object() throws IOException, JsonFormatException {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        reader.beginObject();
        while (reader.hasNext()) {
            count();
            members.put(reader.nextName(), value());
        }
        reader.endObject();
        return members.isEmpty() ? JsonObject.EMPTY : new JsonObject(members);
    }

    private JsonArray array() throws IOException, JsonFormatException {
        List<JsonValue> values = new ArrayList<>();
        reader.beginArray();
        while (reader.hasNext()) {
            values.add(value());
        }
        reader.endArray();
        return values.isEmpty() ? JsonArray.EMPTY : new JsonArray(values);
    }

    private JsonValue nothing() throws IOException {
        reader.nextNull();
        return JsonValue.Null.NULL;
    }

    private void count() throws JsonFormatException {
        tokens++;
        if (tokens > maxTokens) {
            throw JsonFormatException.limit(
                    "more than " + maxTokens + " names and values at " + JsonDocument.at(reader));
        }
    }
}
