package io.plimsoll.image.json;

import io.plimsoll.image.ImageFormatException;
import io.plimsoll.model.Limit;
import io.plimsoll.model.Limits;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/// Builds the tree of a document from Jackson's tokens.
final class JsonParser {
    /// Keeps the tree of a document of {@link Limit#MANIFEST_SIZE} within some 100 MB.
    private static final long MAX_TOKENS = 2_000_000;

    private final Limits limits;
    private final String where;

    JsonParser(Limits limits, String where) {
        this.limits = limits;
        this.where = where;
    }

    JsonNode parse(byte[] bytes) throws IOException {
        StreamReadConstraints constraints =
                StreamReadConstraints.builder()
                        .maxNestingDepth(Integer.MAX_VALUE)
                        .maxTokenCount(MAX_TOKENS)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build();
        JsonFactory factory = JsonFactory.builder().streamReadConstraints(constraints).build();
        try (tools.jackson.core.JsonParser tokens =
                factory.createParser(ObjectReadContext.empty(), bytes)) {
            JsonNode node = value(tokens, tokens.nextToken());
            if (tokens.nextToken() != null) {
                throw new ImageFormatException(where + ": something follows the JSON document");
            }
            return node;
        } catch (JacksonException malformed) {
            TokenStreamLocation at = malformed.getLocation();
            String position = at == null ? "" : " at byte " + at.getByteOffset();
            throw new ImageFormatException(
                    where
                            + ": not JSON that can be read"
                            + position
                            + ": "
                            + malformed.getOriginalMessage(),
                    malformed);
        }
    }

    private JsonNode value(tools.jackson.core.JsonParser tokens, JsonToken token)
            throws IOException {
        limits.check(
                Limit.JSON_DEPTH, tokens.streamReadContext().getNestingDepth(), where + ", JSON");
        return switch (token) {
            case START_OBJECT -> members(tokens);
            case START_ARRAY -> items(tokens);
            case VALUE_STRING -> new JsonNode.Text(tokens.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new JsonNode.Numeral(tokens.getString());
            case VALUE_TRUE -> new JsonNode.Flag(true);
            case VALUE_FALSE -> new JsonNode.Flag(false);
            case VALUE_NULL -> JsonNode.Nothing.NOTHING;
            default -> throw new ImageFormatException(where + ": unexpected " + token);
        };
    }

    private JsonNode members(tools.jackson.core.JsonParser tokens) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (tokens.nextToken() != JsonToken.END_OBJECT) {
            String name = tokens.currentName();
            members.put(name, value(tokens, tokens.nextToken()));
        }
        return new JsonNode.Members(members);
    }

    private JsonNode items(tools.jackson.core.JsonParser tokens) throws IOException {
        List<JsonNode> items = new ArrayList<>();
        for (JsonToken token = tokens.nextToken();
                token != JsonToken.END_ARRAY;
                token = tokens.nextToken()) {
            items.add(value(tokens, token));
        }
        return new JsonNode.Items(items);
    }
}
