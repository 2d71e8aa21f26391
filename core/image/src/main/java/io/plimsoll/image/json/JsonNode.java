package io.plimsoll.image.json;

import java.util.List;
import java.util.Map;

/// A value of a document.
sealed interface JsonNode {
    /// A string.
    record Text(String value) implements JsonNode {}

    /// A number as it is written.
    record Numeral(String literal) implements JsonNode {}

    /// True or false.
    record Flag(boolean value) implements JsonNode {}

    /// `null`, or a member that is not there.
    record Nothing() implements JsonNode {
        static final Nothing NOTHING = new Nothing();
    }

    /// An array.
    record Items(List<JsonNode> nodes) implements JsonNode {}

    /// An object, in the order of the document; of members of one name the last counts, as in Go.
    record Members(Map<String, JsonNode> nodes) implements JsonNode {}

    /// What it is, for messages.
    default String word() {
        return switch (this) {
            case Text text -> "a string";
            case Numeral number -> "a number";
            case Flag flag -> "a boolean";
            case Nothing nothing -> "missing";
            case Items items -> "an array";
            case Members members -> "an object";
        };
    }
}
