package io.plimsoll.image.json;

import io.plimsoll.image.ImageFormatException;
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

    private final JsonNode node;
    private final String document;
    private final String at;

    private Json(JsonNode node, String document, String at) {
        this.node = node;
        this.document = document;
        this.at = at;
    }

    /// Parses a document.
    ///
    /// @param document its name, for messages
    /// @throws ImageFormatException if it is no JSON
    /// @throws io.plimsoll.model.LimitExceededException if it is nested too deeply
    public static Json parse(byte[] bytes, Limits limits, String document) throws IOException {
        return new Json(new JsonParser(limits, document).parse(bytes), document, "$");
    }

    public boolean isPresent() {
        return !(node instanceof JsonNode.Nothing);
    }

    public boolean isText() {
        return node instanceof JsonNode.Text;
    }

    /// A member of an object; absent where this is.
    public Json get(String name) throws ImageFormatException {
        JsonNode member = objectNodes().getOrDefault(name, JsonNode.Nothing.NOTHING);
        return new Json(member, document, at + "." + name);
    }

    /// The members of an object, in the order of the document; none where it is absent.
    public Map<String, Json> members() throws ImageFormatException {
        Map<String, Json> members = new LinkedHashMap<>();
        objectNodes()
                .forEach((name, value) ->
                        members.put(name, new Json(value, document, at + "." + name)));
        return members;
    }

    /// The items of an array; none where it is absent.
    public List<Json> items() throws ImageFormatException {
        return switch (node) {
            case JsonNode.Nothing absent -> List.of();
            case JsonNode.Items(List<JsonNode> nodes) -> {
                List<Json> items = new ArrayList<>();
                for (int i = 0; i < nodes.size(); i++) {
                    items.add(new Json(nodes.get(i), document, at + "[" + i + "]"));
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
        return switch (node) {
            case JsonNode.Nothing absent -> Optional.empty();
            case JsonNode.Text(String value) -> Optional.of(value);
            default -> throw wrong("a string");
        };
    }

    /// A string that must be there.
    public String requiredText() throws ImageFormatException {
        return text().orElseThrow(() -> wrong("a string"));
    }

    public boolean flag() throws ImageFormatException {
        return switch (node) {
            case JsonNode.Nothing absent -> false;
            case JsonNode.Flag(boolean value) -> value;
            default -> throw wrong("a boolean");
        };
    }

    /// A whole number that is not negative.
    public OptionalLong number() throws ImageFormatException {
        return switch (node) {
            case JsonNode.Nothing absent -> OptionalLong.empty();
            case JsonNode.Numeral(String literal) when isWhole(literal) ->
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

    private Map<String, JsonNode> objectNodes() throws ImageFormatException {
        return switch (node) {
            case JsonNode.Nothing absent -> Map.of();
            case JsonNode.Members(Map<String, JsonNode> nodes) -> nodes;
            default -> throw wrong("an object");
        };
    }

    private ImageFormatException wrong(String wanted) {
        return error("is " + node.word() + ", not " + wanted);
    }
}
