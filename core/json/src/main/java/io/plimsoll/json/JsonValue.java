package io.plimsoll.json;

/// A value of a JSON document (RFC 8259).
public sealed interface JsonValue
        permits JsonArray,
                JsonObject,
                JsonValue.Text,
                JsonValue.Numeral,
                JsonValue.Truth,
                JsonValue.Null {
    /// A string.
    record Text(String value) implements JsonValue {}

    /// A number as it was written.
    record Numeral(String value) implements JsonValue {}

    /// `true` or `false`.
    record Truth(boolean value) implements JsonValue {}

    /// `null`.
    record Null() implements JsonValue {
        static final Null NULL = new Null();
    }

    /// A string's content, a number as written; empty for all else.
    default String asText() {
        return switch (this) {
            case Text(String value) -> value;
            case Numeral(String value) -> value;
            case Truth any -> "";
            case Null any -> "";
            case JsonArray any -> "";
            case JsonObject any -> "";
        };
    }

    /// The object, or an empty one where this is something else.
    default JsonObject asObject() {
        return this instanceof JsonObject object ? object : JsonObject.EMPTY;
    }
}
