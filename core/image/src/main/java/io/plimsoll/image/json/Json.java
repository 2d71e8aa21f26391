package io.plimsoll.image.json;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.json.JsonArray;
import io.plimsoll.json.JsonFormatException;
import io.plimsoll.json.JsonObject;
import io.plimsoll.json.JsonValue;
import io.plimsoll.model.Limit;
import io.plimsoll.model.LimitExceededException;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A place in a document. What is not there, or `null`, is an absent place; a value of the wrong
/// type is an error that names the place: `manifest.json: $[0].Config is a number, not a string`.
public final class Json {
    private static final int MAX_DIGITS = 18;

    /// Keeps the tree of a document of {@link Limit#MANIFEST_SIZE} within some 100 MB.
    private static final long MAX_TOKENS = 1_000_000;

    private static final JsonValue ABSENT = new JsonValue.Null();

    private final JsonValue value;
    private final String document;
    private final String at;

    private Json(JsonValue value, String document, String at) {
        this.value = value;
        this.document = document;
        this.at = at;
    }

    /// Parses a document.
    ///
    /// @param document its name, for messages
    /// @throws ImageFormatException if it is no JSON
    /// @throws LimitExceededException if it is nested too deeply
    public static Json parse(byte[] bytes, Limits limits, String document) throws IOException {
        int depth = Math.toIntExact(Math.min(limits.of(Limit.JSON_DEPTH), Integer.MAX_VALUE));
        try {
            JsonValue root = io.plimsoll.json.Json.parse(bytes, depth, MAX_TOKENS);
            return new Json(root, document, "$");
        } catch (JsonFormatException broken) {
            if (broken.isTooDeep()) {
                throw new LimitExceededException(Limit.JSON_DEPTH, depth, document + ", JSON");
            }
            throw new ImageFormatException(
                    document + ": not JSON that can be read: " + broken.getMessage(), broken);
        }
    }

    public boolean isPresent() {
        return !(value instanceof JsonValue.Null);
    }

    public boolean isText() {
        return value instanceof JsonValue.Text;
    }

    /// A member of an object; absent where this is.
    public Json get(String name) throws ImageFormatException {
        JsonValue member = object().get(name).orElse(ABSENT);
        return new Json(member, document, at + "." + name);
    }

    /// The members of an object, in the order of the document; none where it is absent.
    public Map<String, Json> members() throws ImageFormatException {
        Map<String, Json> members = new LinkedHashMap<>();
        object().members()
                .forEach((name, member) ->
                        members.put(name, new Json(member, document, at + "." + name)));
        return members;
    }

    /// The items of an array; none where it is absent.
    public List<Json> items() throws ImageFormatException {
        return switch (value) {
            case JsonValue.Null absent -> List.of();
            case JsonArray(List<JsonValue> values) -> {
                List<Json> items = new ArrayList<>();
                for (int i = 0; i < values.size(); i++) {
                    items.add(new Json(values.get(i), document, at + "[" + i + "]"));
                }
                yield items;
            }
            default -> throw wrong("an array");
        };
    }

    /// The items of an array of strings; `null` items are left out.
    public List<String> texts() throws ImageFormatException {
        List<String> texts = new ArrayList<>();
        for (Json item : items()) {
            item.text().ifPresent(texts::add);
        }
        return texts;
    }

    public Optional<String> text() throws ImageFormatException {
        return switch (value) {
            case JsonValue.Null absent -> Optional.empty();
            case JsonValue.Text(String text) -> Optional.of(text);
            default -> throw wrong("a string");
        };
    }

    /// A string that must be there.
    public String requiredText() throws ImageFormatException {
        return text().orElseThrow(() -> wrong("a string"));
    }

    public boolean flag() throws ImageFormatException {
        return switch (value) {
            case JsonValue.Null absent -> false;
            case JsonValue.Truth(boolean flag) -> flag;
            default -> throw wrong("a boolean");
        };
    }

    /// A whole number that is not negative.
    public OptionalLong number() throws ImageFormatException {
        return switch (value) {
            case JsonValue.Null absent -> OptionalLong.empty();
            case JsonValue.Numeral(String literal) when isWhole(literal) ->
                    OptionalLong.of(Long.parseLong(literal));
            default -> throw wrong("a whole number");
        };
    }

    /// An error about this place.
    public ImageFormatException error(String what) {
        return new ImageFormatException(document + ": " + at + " " + what);
    }

    private static boolean isWhole(String literal) {
        return literal.length() <= MAX_DIGITS
                && literal.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private JsonObject object() throws ImageFormatException {
        return switch (value) {
            case JsonValue.Null absent -> JsonObject.EMPTY;
            case JsonObject object -> object;
            default -> throw wrong("an object");
        };
    }

    private ImageFormatException wrong(String wanted) {
        return error("is " + word() + ", not " + wanted);
    }

    private String word() {
        return switch (value) {
            case JsonValue.Text text -> "a string";
            case JsonValue.Numeral number -> "a number";
            case JsonValue.Truth flag -> "a boolean";
            case JsonValue.Null absent -> "missing";
            case JsonArray items -> "an array";
            case JsonObject members -> "an object";
        };
    }
}
